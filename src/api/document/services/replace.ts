import { find } from '../../../access/find';
import { findStill } from '../../../access/staff-still';
import { documentsOf, whyNotReplace, type Staff } from '../../../access/staff';
import { refuse } from '../../../contract/refuse';
import { database, type DocumentRow, type DossierRecord } from '../../../db';
import { staffActor, writeReplaced } from '../../proof/write';
import { nothingElse } from '../intake/alongside';
import { takeIn } from '../intake/take-in';
import type { Upload } from '../intake/upload';
import { putInTab } from '../publication';
import { takeFromClient } from '../take-from-client';

/** A document that a corrected version may replace. */
export const findReplaceable = async (staff: Staff, id: unknown): Promise<DocumentRow> => {
  const document = await find(database(), 'documents', documentsOf(staff), id);
  const reason = whyNotReplace(document);
  if (reason !== undefined) throw refuse(reason, 'The document cannot be replaced');
  return document;
};

/**
 * Publishes a corrected version in the same tab and takes the other from the client, both or neither: it is unread, and
 * announced as every document is. Of two who replace or withdraw a document at once, one does.
 */
export const replaceDocument = async (
  staff: Staff,
  id: unknown,
  upload: Upload,
  alongside = nothingElse,
): Promise<string> => {
  const replaced = await findReplaceable(staff, id);
  const dossier = await database()('dossiers').where({ id: replaced.dossier_id }).first<DossierRecord>();
  const scope = dossier.document_id;
  return takeIn(upload, { actor: staff.name, scope }, async (trx, columns) => {
    await findStill(trx, staff, scope);
    const next = await putInTab(trx, staff, dossier, replaced.shelf, columns);
    if (!(await takeFromClient(trx, replaced, next.id)))
      throw refuse('document-withdrawn', 'The document was withdrawn or replaced meanwhile');
    await writeReplaced(trx, scope, { replaced, by: staffActor(staff), next: next.proven });
    await alongside(trx, next.documentId);
    return next.documentId;
  });
};

export default { replaceDocument };
