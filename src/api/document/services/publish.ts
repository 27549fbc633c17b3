import { dossiersOf, type Staff } from '../../../access/staff';
import { find } from '../../../access/find';
import { findStill } from '../../../access/staff-still';
import type { PublishingShelf } from '../../../contract/document';
import { database, insertRow } from '../../../db';
import { tellClient } from '../../dossier/activity';
import { staffActor, writeProof } from '../../proof/write';
import { nothingElse } from '../intake/alongside';
import { takeIn } from '../intake/take-in';
import type { Upload } from '../intake/upload';

/** Publishes a file in a dossier: the client's accounts see it as unread, and the active ones get a mail. */
export const publishDocument = async (
  staff: Staff,
  id: unknown,
  shelf: PublishingShelf,
  upload: Upload,
  alongside = nothingElse,
): Promise<string> => {
  const dossier = await find(database(), 'dossiers', dossiersOf(staff), id);
  return takeIn(upload, { actor: staff.name, scope: dossier.document_id }, async (trx, columns) => {
    await findStill(trx, staff, id);
    const values = {
      ...columns,
      shelf,
      dossier_id: dossier.id,
      staff_author_id: staff.id,
      author_name: staff.name,
      shared_at: new Date(),
    };
    const { documentId } = await insertRow(trx, 'documents', values);
    await tellClient(trx, dossier, {
      event: 'new-document',
      subjects: [{ type: 'document', id: documentId }],
    });
    const documents = [{ ...columns, document_id: documentId, shelf }];
    await writeProof(trx, dossier.document_id, 'published', { documents, by: staffActor(staff) });
    await alongside(trx, documentId);
    return documentId;
  });
};

export default { publishDocument };
