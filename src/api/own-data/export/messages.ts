import { messagesOf, type Account } from '../../../access/client';
import type { ExportedMessage } from '../../../contract/own-data';
import { moment, type MessageRecord } from '../../../db';
import { readBy, type OwnReading } from './read-by';
import { section } from './section';

interface Row extends MessageRecord {
  dossier_document_id: string;
  answers_document_id: string | null;
}

/** A copy is no way to read the firm's message and leave it unread: its text comes when it was opened. */
const isTold = (row: Row, { openedAt }: OwnReading): boolean => row.account_id !== null || openedAt !== null;

const present = (account: Account, row: Row, reading: OwnReading): ExportedMessage => ({
  id: row.document_id,
  dossierId: row.dossier_document_id,
  answersId: row.answers_document_id,
  direction: row.account_id === null ? 'from-firm' : 'from-client',
  own: row.account_id === account.id,
  author: row.author_name,
  subject: row.subject,
  text: isTold(row, reading) ? row.body : null,
  sentAt: moment(row.sent_at),
  ...reading,
});

/** The messages in the client's dossiers. */
export const messagesFor = (account: Account) =>
  section<'messages', Row>({
    name: 'messages',
    by: ['messages.dossier_id', 'messages.id'],
    query: (db) =>
      db('messages')
        .modify(messagesOf(account))
        .join('dossiers', 'dossiers.id', 'messages.dossier_id')
        .leftJoin('messages as original', 'original.id', 'messages.answers_id')
        .select(
          'messages.*',
          'dossiers.document_id as dossier_document_id',
          'original.document_id as answers_document_id',
        ),
    present: async (rows, db) => {
      const readingOf = await readBy(db, account, ['message'], rows);
      return rows.map((row) => present(account, row, readingOf(row)));
    },
  });
