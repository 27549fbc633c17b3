import { readings, type Announcement } from '../../plugin-services';
import type { Shelf } from '../../contract/document';
import type { MailSubject } from '../../contract/mail-switches';
import type { Db, Trx } from '../../db';
import { wants, type SwitchColumns } from '../notification/services/switches';

interface Known extends SwitchColumns {
  id: number;
  document_id: string;
  activated_at: unknown;
  blocked: boolean | number | null;
}

interface Reader {
  id: number;
  document_id: string;
  /** Whether a mail about it makes sense: they sign in with the account, and have not switched it off (R91). */
  isTold: (subject: MailSubject) => boolean;
}

/** The accounts that are to read what the firm puts in a client's dossier, the oldest first; a blocked one may be let in again. */
export const readersOf = async (db: Db, clientId: number): Promise<Reader[]> => {
  const rows = await db('up_users')
    .where({ client_id: clientId, known_as: null })
    .orderBy('id')
    .select<Known[]>('id', 'document_id', 'activated_at', 'blocked', 'mail_documents', 'mail_messages');
  return rows.map((row) => ({
    id: row.id,
    document_id: row.document_id,
    isTold: (subject) => row.activated_at !== null && !row.blocked && wants(row, subject),
  }));
};

/** An attachment is read with its message and stands in no tab: it is counted apart. */
export const documentType = (shelf: Shelf): string => (shelf === 'attachment' ? 'attachment' : 'document');

interface Subject {
  id: string;
  scope: string;
}

const inDossiersOf = (db: Db, table: string, clientId: number) =>
  db(table)
    .join('dossiers', 'dossiers.id', `${table}.dossier_id`)
    .where('dossiers.client_id', clientId)
    .whereNull(`${table}.account_id`)
    .select(`${table}.document_id as id`, 'dossiers.document_id as scope');

/** Makes everything the firm has put in a client's dossiers unread for an account that is new. */
export const announceEverything = async (trx: Trx, clientId: number, reader: string): Promise<void> => {
  const documents = await inDossiersOf(trx, 'documents', clientId)
    .whereNotNull('documents.shared_at')
    .whereNull('documents.withdrawn_at')
    .select<(Subject & { shelf: Shelf })[]>('documents.shelf');
  const messages = await inDossiersOf(trx, 'messages', clientId).select<Subject[]>();
  const remarks = await inDossiersOf(trx, 'remarks', clientId)
    .join('documents', 'documents.id', 'remarks.about_id')
    .whereNull('documents.withdrawn_at')
    .select<Subject[]>();
  const announcements: Announcement[] = [
    ...documents.map(({ id, scope, shelf }) => ({ id, scope, type: documentType(shelf) })),
    ...messages.map((message) => ({ ...message, type: 'message' })),
    ...remarks.map((remark) => ({ ...remark, type: 'remark' })),
  ];
  await readings().announce(trx, announcements, [{ reader, notice: null }]);
};
