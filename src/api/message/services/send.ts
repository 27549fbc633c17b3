import type { z } from 'zod';
import { can, dossiersOf, draftsOf, messagesOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import * as staffAccess from '../../../access/staff';
import type { newMessageSchema } from '../../../contract/message';
import { refuse } from '../../../contract/refuse';
import {
  inTransaction,
  insertRow,
  type DossierRecord,
  type Filter,
  type Inserted,
  type Trx,
} from '../../../db';
import { tellClient } from '../../dossier/activity';

export type NewMessage = z.output<typeof newMessageSchema>;

/** What differs between a message of the client and one of the firm. */
interface Writer {
  columns: { account_id: number; author_name: string } | { staff_author_id: number; author_name: string };
  messages: Filter;
  drafts: Filter;
}

const answeredId = async (
  trx: Trx,
  { messages }: Writer,
  dossier: DossierRecord,
  replyTo: string | null,
): Promise<number | null> => {
  if (replyTo === null) return null;
  const answered = await find(trx, 'messages', messages, replyTo);
  if (answered.dossier_id !== dossier.id)
    throw refuse('not-found', 'The answered message is in another dossier');
  return answered.id;
};

/** The writer's own uploads become part of the message; one that is not theirs, or already sent, stops everything. */
const sendDrafts = async (
  trx: Trx,
  { drafts }: Writer,
  message: Inserted,
  dossier: DossierRecord,
  ids: string[],
): Promise<void> => {
  if (ids.length === 0) return;
  const own = trx('documents').modify(drafts).where('dossier_id', dossier.id).whereIn('document_id', ids);
  const sent = await own.update({ message_id: message.id, shared_at: new Date() });
  if (sent !== ids.length) throw refuse('not-found', 'An attachment is not there to be sent');
};

const insertMessage = async (
  trx: Trx,
  writer: Writer,
  dossier: DossierRecord,
  message: NewMessage,
): Promise<Inserted> => {
  const attachmentIds = [...new Set(message.attachmentIds)];
  const inserted = await insertRow(trx, 'messages', {
    subject: message.subject,
    body: message.body,
    dossier_id: dossier.id,
    ...writer.columns,
    answers_id: await answeredId(trx, writer, dossier, message.replyTo),
    attachment_count: attachmentIds.length,
    sent_at: new Date(),
  });
  await sendDrafts(trx, writer, inserted, dossier, attachmentIds);
  return inserted;
};

const countMessage = async (trx: Trx, dossier: DossierRecord, forStaff: number): Promise<void> => {
  await trx('dossiers')
    .where({ id: dossier.id })
    .increment('message_count', 1)
    .increment('staff_unread_count', forStaff)
    .update({ last_activity_at: new Date() });
};

/** The client writes to the firm; gives the message's documentId. */
export const sendMessage = (account: Account, id: unknown, message: NewMessage): Promise<string> =>
  inTransaction(async (trx) => {
    const dossier = await find(trx, 'dossiers', dossiersOf(account), id);
    if (!can.write(dossier)) throw refuse('dossier-closed', 'Message to a closed dossier');
    const writer = {
      columns: { account_id: account.id, author_name: account.clientName },
      messages: messagesOf(account),
      drafts: draftsOf(account),
    };
    const { documentId } = await insertMessage(trx, writer, dossier, message);
    await countMessage(trx, dossier, 1);
    return documentId;
  });

/** The firm writes to the client, whose accounts see it as unread and get a mail; gives the message's documentId. */
export const sendFromDesk = (staff: staffAccess.Staff, id: unknown, message: NewMessage): Promise<string> =>
  inTransaction(async (trx) => {
    const dossier = await find(trx, 'dossiers', staffAccess.dossiersOf(staff), id);
    const writer = {
      columns: { staff_author_id: staff.id, author_name: staff.name },
      messages: staffAccess.messagesOf(staff),
      drafts: staffAccess.draftsOf(staff),
    };
    const { documentId } = await insertMessage(trx, writer, dossier, message);
    await countMessage(trx, dossier, 0);
    const attachments = [...new Set(message.attachmentIds)].map((attachment) => ({
      type: 'attachment',
      id: attachment,
    }));
    await tellClient(trx, dossier, {
      event: 'new-message',
      subjects: [{ type: 'message', id: documentId }, ...attachments],
    });
    return documentId;
  });

export default { sendMessage, sendFromDesk };
