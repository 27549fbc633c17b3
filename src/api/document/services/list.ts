import { find } from '../../../access/find';
import { documentsOf, type Account } from '../../../access/client';
import * as staffAccess from '../../../access/staff';
import type { RemarkCount } from '../../../contract/document';
import type { DossierStatus } from '../../../contract/dossier';
import { database, type Db, type DocumentRow, type DossierRecord, type Filter } from '../../../db';
import { readings } from '../../../plugin-services';
import { documentType } from '../../dossier/readers';
import { countForDesk, countRemarks } from '../../remark/services/count';
import { readingsInScope, readingsOfSubject, type NamedReading } from '../../dossier/readings';

export interface ListedDocument extends DocumentRow {
  dossier_status: DossierStatus;
  remarks: RemarkCount;
  unread_subject: string | null;
}

/** What stands in the tabs of a dossier, the newest first, each with whether the account has read it; two queries. */
export const listDocuments = async (account: Account, dossier: DossierRecord): Promise<ListedDocument[]> => {
  const db = database();
  const unread = readings()
    .unreadIn(db, account.documentId, dossier.document_id)
    .where('subject_type', 'document');
  const documents = await db('documents')
    .modify(documentsOf(account))
    .where('documents.dossier_id', dossier.id)
    .whereNot('documents.shelf', 'attachment')
    .leftJoin(unread.as('unread'), 'unread.subject', 'documents.document_id')
    .orderBy([
      { column: 'documents.shared_at', order: 'desc' },
      { column: 'documents.id', order: 'desc' },
    ])
    .select<Omit<ListedDocument, 'dossier_status' | 'remarks'>[]>(
      'documents.*',
      'unread.subject as unread_subject',
    );
  const remarksOf = await countRemarks(db, account, dossier);
  return documents.map((document) => ({
    ...document,
    dossier_status: dossier.status,
    remarks: remarksOf(document.id),
  }));
};

interface WithVersions extends DocumentRow {
  /** The one that took its place, and the one whose place it took. */
  newer_id: string | null;
  newer_name: string | null;
  older_id: string | null;
  older_name: string | null;
}

export interface DeskListedDocument extends WithVersions {
  readings: NamedReading[];
  remarks: RemarkCount;
}

const forDesk = (db: Db, rule: Filter): Promise<WithVersions[]> =>
  db('documents')
    .modify(rule)
    .leftJoin('documents as newer', 'newer.id', 'documents.replaced_by_id')
    .leftJoin('documents as older', 'older.replaced_by_id', 'documents.id')
    .orderBy([
      { column: 'documents.shared_at', order: 'desc' },
      { column: 'documents.id', order: 'desc' },
    ])
    .select('documents.*', 'newer.document_id as newer_id', 'newer.name as newer_name')
    .select('older.document_id as older_id', 'older.name as older_name');

/** The documents of a dossier as staff see them: with who has read what, and what was withdrawn. */
export const listForDesk = async (staff: staffAccess.Staff, id: unknown): Promise<DeskListedDocument[]> => {
  const db = database();
  const dossier = await find(db, 'dossiers', staffAccess.dossiersOf(staff), id);
  const rows = await forDesk(db, (query) => {
    void query.modify(staffAccess.documentsOf(staff)).where('documents.dossier_id', dossier.id);
  });
  const bySubject = await readingsInScope(db, dossier.document_id, ['document', 'attachment']);
  const remarksOf = await countForDesk(db, dossier.id);
  return rows.map((row) => ({
    ...row,
    readings: bySubject.get(row.document_id) ?? [],
    remarks: remarksOf(row.id),
  }));
};

/** One document as staff see it. */
export const showForDesk = async (staff: staffAccess.Staff, id: unknown): Promise<DeskListedDocument> => {
  const db = database();
  const document = await find(db, 'documents', staffAccess.documentsOf(staff), id);
  const [row] = await forDesk(db, (query) => void query.where('documents.id', document.id));
  if (row === undefined) throw new Error(`Document ${document.id} vanished`);
  const subject = { type: documentType(document.shelf), id: document.document_id };
  const remarksOf = await countForDesk(db, row.dossier_id);
  return { ...row, readings: await readingsOfSubject(db, subject), remarks: remarksOf(row.id) };
};

export default { listDocuments, listForDesk, showForDesk };
