import type { Account } from '../../../access/client';
import type { RemarkCount } from '../../../contract/document';
import type { Db, DossierRecord, Filter } from '../../../db';
import { readings } from '../../../plugin-services';

interface Counted {
  about_id: number;
  total: number | string;
  unread: number | string;
}

export const NO_REMARKS: RemarkCount = { total: 0, unread: 0 };

/** How much was said about a document, by its row id. */
export type RemarkCounts = (documentId: number) => RemarkCount;

const lookUp = (rows: Counted[]): RemarkCounts => {
  const counts = new Map(
    rows.map(({ about_id, total, unread }) => [about_id, { total: Number(total), unread: Number(unread) }]),
  );
  return (documentId) => counts.get(documentId) ?? NO_REMARKS;
};

const byDocument =
  (dossierId: number): Filter =>
  (query) =>
    void query.where('remarks.dossier_id', dossierId).groupBy('remarks.about_id').select('remarks.about_id');

/** For each document of a dossier how much was said, and what of it this account has not read; one query. */
export const countRemarks = async (
  db: Db,
  account: Account,
  dossier: DossierRecord,
): Promise<RemarkCounts> => {
  const unread = readings()
    .unreadIn(db, account.documentId, dossier.document_id)
    .where('subject_type', 'remark');
  const rows: Counted[] = await db('remarks')
    .modify(byDocument(dossier.id))
    .leftJoin(unread.as('unread'), 'unread.subject', 'remarks.document_id')
    .count('* as total')
    .count('unread.subject as unread');
  return lookUp(rows);
};

/** Of the client's, and nobody of the staff has read it. */
const NEW_TO_STAFF = 'remarks.account_id is not null and remarks.read_by_staff_at is null';

/** The same for staff: what of it none of them has read. */
export const countForDesk = async (db: Db, dossierId: number): Promise<RemarkCounts> => {
  const rows: Counted[] = await db('remarks')
    .modify(byDocument(dossierId))
    .count('* as total')
    .select(db.raw(`count(case when ${NEW_TO_STAFF} then 1 end) as unread`));
  return lookUp(rows);
};

/** How many of the client's remarks nobody of the staff has read, by the dossier's row id; one query. */
export const countNewRemarks = async (
  db: Db,
  dossierIds: number[],
): Promise<(dossierId: number) => number> => {
  const rows: { dossier_id: number; count: number | string }[] = await db('remarks')
    .modify((query) => void query.whereIn('dossier_id', dossierIds).whereRaw(NEW_TO_STAFF))
    .groupBy('dossier_id')
    .select('dossier_id')
    .count('* as count');
  const counts = new Map(rows.map(({ dossier_id, count }) => [dossier_id, Number(count)]));
  return (dossierId) => counts.get(dossierId) ?? 0;
};

export default { countRemarks, countForDesk, countNewRemarks };
