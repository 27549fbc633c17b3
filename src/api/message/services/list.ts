import { dossiersOf, messagesOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import * as staffAccess from '../../../access/staff';
import { database, type DossierRecord, type Filter } from '../../../db';
import { readings } from '../../../plugin-services';
import { messagesBy, type ListedMessage } from './read';

const inDossier =
  (rule: Filter, dossier: DossierRecord): Filter =>
  (query) =>
    void query.modify(rule).where('messages.dossier_id', dossier.id);

export interface MessageWithMark {
  message: ListedMessage;
  unread: boolean;
}

/** The messages of a dossier, each with whether this account has opened it. */
export const listMessages = async (account: Account, id: unknown): Promise<MessageWithMark[]> => {
  const db = database();
  const dossier = await find(db, 'dossiers', dossiersOf(account), id);
  const messages = await messagesBy(db, inDossier(messagesOf(account), dossier));
  const unread = (await readings()
    .unreadIn(db, account.documentId, dossier.document_id)
    .where('subject_type', 'message')) as { subject: string }[];
  const subjects = new Set(unread.map(({ subject }) => subject));
  return messages.map((message) => ({ message, unread: subjects.has(message.document_id) }));
};

/** The messages of a dossier, each with whether anybody of the staff has opened it. */
export const listForDesk = async (staff: staffAccess.Staff, id: unknown): Promise<MessageWithMark[]> => {
  const db = database();
  const dossier = await find(db, 'dossiers', staffAccess.dossiersOf(staff), id);
  const messages = await messagesBy(db, inDossier(staffAccess.messagesOf(staff), dossier));
  return messages.map((message) => ({
    message,
    unread: message.account_id !== null && message.opened_by_staff_at === null,
  }));
};

export default { listMessages, listForDesk };
