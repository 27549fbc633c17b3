import { documentsOf, draftsOf, type Account } from '../../../access/client';
import type { ExportedDocument, ExportedFile } from '../../../contract/own-data';
import { moment, published, type Db, type DocumentRow, type Filter } from '../../../db';
import { readBy, type OwnReading } from './read-by';
import { section } from './section';

interface Row extends DocumentRow {
  dossier_document_id: string;
  message_document_id: string | null;
}

const file = (row: Row): ExportedFile => ({
  id: row.document_id,
  dossierId: row.dossier_document_id,
  name: row.name,
  mimeType: row.mime_type,
  size: Number(row.size),
  sha256: row.sha_256,
});

const present = (account: Account, row: Row, reading: OwnReading): ExportedDocument => ({
  ...file(row),
  messageId: row.message_document_id,
  shelf: row.shelf,
  direction: row.account_id === null ? 'from-firm' : 'from-client',
  own: row.account_id === account.id,
  publishedAt: moment(published(row.shared_at)),
  ...reading,
});

const files = (db: Db, rule: Filter) =>
  db('documents')
    .modify(rule)
    .join('dossiers', 'dossiers.id', 'documents.dossier_id')
    .leftJoin('messages', 'messages.id', 'documents.message_id')
    .select(
      'documents.*',
      'dossiers.document_id as dossier_document_id',
      'messages.document_id as message_document_id',
    );

const BY: [string, string] = ['documents.dossier_id', 'documents.id'];

/** What the client sees in the dossiers and with the messages; the files themselves are downloaded one by one. */
export const documentsFor = (account: Account) =>
  section<'documents', Row>({
    name: 'documents',
    by: BY,
    query: (db) => files(db, documentsOf(account)),
    present: async (rows, db) => {
      const readingOf = await readBy(db, account, ['document', 'attachment'], rows);
      return rows.map((row) => present(account, row, readingOf(row)));
    },
  });

/** Uploaded for a message that is not sent yet. */
export const unsentFilesOf = (account: Account) =>
  section<'unsentFiles', Row>({
    name: 'unsentFiles',
    by: BY,
    query: (db) => files(db, draftsOf(account)),
    present: (rows) => rows.map(file),
  });
