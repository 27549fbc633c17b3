import { discussableOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import * as staffAccess from '../../../access/staff';
import { database, type Db, type DocumentRow, type DossierRecord, type RemarkRow } from '../../../db';
import { readings } from '../../../plugin-services';
import { readingsInScope, type NamedReading } from '../../dossier/readings';

export interface MarkedRemark {
  remark: RemarkRow;
  unread: boolean;
}

/** What was said about a document, the oldest first. */
export interface Thread<Remark extends MarkedRemark = MarkedRemark> {
  document: DocumentRow;
  dossier: DossierRecord;
  remarks: Remark[];
}

const about = (db: Db, document: DocumentRow) =>
  db('remarks').where('remarks.about_id', document.id).orderBy(['remarks.written_at', 'remarks.id']);

const dossierOf = (db: Db, document: DocumentRow): Promise<DossierRecord> =>
  db('dossiers').where({ id: document.dossier_id }).first();

/** The remarks on a document, each with whether this account has read it. */
export const listRemarks = async (account: Account, id: unknown): Promise<Thread> => {
  const db = database();
  const document = await find(db, 'documents', discussableOf(account), id);
  const dossier = await dossierOf(db, document);
  const unread = readings()
    .unreadIn(db, account.documentId, dossier.document_id)
    .where('subject_type', 'remark');
  const rows = await about(db, document)
    .leftJoin(unread.as('unread'), 'unread.subject', 'remarks.document_id')
    .select<(RemarkRow & { unread_subject: string | null })[]>(
      'remarks.*',
      'unread.subject as unread_subject',
    );
  const remarks = rows.map((remark) => ({ remark, unread: remark.unread_subject !== null }));
  return { document, dossier, remarks };
};

export interface DeskMarkedRemark extends MarkedRemark {
  readings: NamedReading[];
}

/** The same for staff: with who has read what the firm wrote, and whether any of them has read what the client did. */
export const listForDesk = async (
  staff: staffAccess.Staff,
  id: unknown,
): Promise<Thread<DeskMarkedRemark>> => {
  const db = database();
  const document = await find(db, 'documents', staffAccess.discussableOf(staff), id);
  const dossier = await dossierOf(db, document);
  const rows = await about(db, document).select<RemarkRow[]>('remarks.*');
  const bySubject = await readingsInScope(db, dossier.document_id, ['remark']);
  const remarks = rows.map((remark) => ({
    remark,
    unread: remark.account_id !== null && remark.read_by_staff_at === null,
    readings: bySubject.get(remark.document_id) ?? [],
  }));
  return { document, dossier, remarks };
};

export default { listRemarks, listForDesk };
