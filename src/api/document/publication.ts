import type { Staff } from '../../access/staff';
import type { Shelf } from '../../contract/document';
import { insertRow, type DossierRecord, type Inserted, type Trx } from '../../db';
import { tellClient } from '../dossier/activity';
import type { Proven } from '../proof/write';
import type { FileColumns } from './intake/take-in';

/** What was put in a tab: its row, and what the proof log keeps of it. */
export interface Publication extends Inserted {
  proven: Proven;
}

/** Puts a file of the firm in a tab: it is unread for the client's accounts, and who wants one gets a mail. */
export const putInTab = async (
  trx: Trx,
  staff: Staff,
  dossier: DossierRecord,
  shelf: Shelf,
  columns: FileColumns,
): Promise<Publication> => {
  const inserted = await insertRow(trx, 'documents', {
    ...columns,
    shelf,
    dossier_id: dossier.id,
    staff_author_id: staff.id,
    author_name: staff.name,
    shared_at: new Date(),
  });
  const subjects = [{ type: 'document', id: inserted.documentId }];
  await tellClient(trx, dossier, { event: 'new-document', subjects });
  return { ...inserted, proven: { ...columns, shelf } };
};
