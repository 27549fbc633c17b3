import { remarksOf, type Account } from '../../../access/client';
import type { ExportedRemark } from '../../../contract/own-data';
import { moment, type RemarkRow } from '../../../db';
import { readBy, type OwnReading } from './read-by';
import { section } from './section';

interface Row extends RemarkRow {
  dossier_document_id: string;
  about_document_id: string;
}

/** As with a message of the firm: its text comes when it was read in the portal. */
const isTold = (row: Row, { openedAt }: OwnReading): boolean => row.account_id !== null || openedAt !== null;

const present = (account: Account, row: Row, reading: OwnReading): ExportedRemark => ({
  id: row.document_id,
  dossierId: row.dossier_document_id,
  documentId: row.about_document_id,
  direction: row.account_id === null ? 'from-firm' : 'from-client',
  own: row.account_id === account.id,
  author: row.author_name,
  text: isTold(row, reading) ? row.body : null,
  writtenAt: moment(row.written_at),
  openedAt: reading.openedAt,
});

/** What was said about the documents. */
export const remarksFor = (account: Account) =>
  section<'remarks', Row>({
    name: 'remarks',
    by: ['remarks.dossier_id', 'remarks.id'],
    query: (db) =>
      db('remarks')
        .modify(remarksOf(account))
        .join('dossiers', 'dossiers.id', 'remarks.dossier_id')
        .join('documents', 'documents.id', 'remarks.about_id')
        .select(
          'remarks.*',
          'dossiers.document_id as dossier_document_id',
          'documents.document_id as about_document_id',
        ),
    present: async (rows, db) => {
      const readingOf = await readBy(db, account, ['remark'], rows);
      return rows.map((row) => present(account, row, readingOf(row)));
    },
  });
