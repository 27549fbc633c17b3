import { find } from '../../../access/find';
import { dossiersOf, type Staff } from '../../../access/staff';
import { findStill } from '../../../access/staff-still';
import { database, insertRow } from '../../../db';
import { nothingElse } from '../intake/alongside';
import { takeIn } from '../intake/take-in';
import type { Upload } from '../intake/upload';

/** Staff upload a file for a message that is not sent yet; until then nobody else finds it. */
export const attachForDesk = async (
  staff: Staff,
  id: unknown,
  upload: Upload,
  alongside = nothingElse,
): Promise<string> => {
  const dossier = await find(database(), 'dossiers', dossiersOf(staff), id);
  return takeIn(upload, { actor: staff.name, scope: dossier.document_id }, async (trx, columns) => {
    await findStill(trx, staff, id);
    const values = {
      ...columns,
      shelf: 'attachment',
      dossier_id: dossier.id,
      staff_author_id: staff.id,
      author_name: staff.name,
    };
    const { documentId } = await insertRow(trx, 'documents', values);
    await alongside(trx, documentId);
    return documentId;
  });
};

export default { attachForDesk };
