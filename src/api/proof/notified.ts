import type { Trx } from '../../db';
import { proofLog, readings } from '../../plugin-services';
import { happened, portalActor, type Proven } from './write';

/**
 * Writes that a mail has reached its mail server, for each document it was about. What was withdrawn before is left
 * out: of that the mail told nobody.
 */
export const proveNotified = async (trx: Trx, notice: string, email: string): Promise<void> => {
  const announced = await readings().announcedBy(trx, notice);
  const [first] = announced;
  if (first === undefined) return;
  const documents = await trx('documents')
    .whereIn(
      'document_id',
      announced.map(({ id }) => id),
    )
    .select<Proven[]>('document_id', 'name', 'sha_256', 'shelf');
  const byId = new Map(documents.map((document) => [document.document_id, document]));
  const happenings = announced.flatMap(({ id, reader }) => {
    const document = byId.get(id);
    // A message is announced too, and is no document.
    return document === undefined ? [] : [happened('notified', document, portalActor(email), { reader })];
  });
  // A mail tells of one dossier.
  await proofLog().append(trx, first.scope, happenings);
};
