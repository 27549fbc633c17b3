import { dossiersOf, type Staff } from '../../../access/staff';
import { find } from '../../../access/find';
import { findStill } from '../../../access/staff-still';
import type { PublishingShelf } from '../../../contract/document';
import { database } from '../../../db';
import { staffActor, writeProof } from '../../proof/write';
import { nothingElse } from '../intake/alongside';
import { takeIn } from '../intake/take-in';
import type { Upload } from '../intake/upload';
import { putInTab } from '../publication';

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
    const { documentId, proven } = await putInTab(trx, staff, dossier, shelf, columns);
    const proof = { documents: [proven], by: staffActor(staff) };
    await writeProof(trx, dossier.document_id, 'published', proof);
    await alongside(trx, documentId);
    return documentId;
  });
};

export default { publishDocument };
