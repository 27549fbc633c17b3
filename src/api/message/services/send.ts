import type { z } from 'zod';
import { can, dossiersOf, draftsOf, messagesOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import { holdSession } from '../../../access/session';
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
import type { Happening } from '../../../plugin-services';
import { tellClient } from '../../dossier/activity';
import { firmSettings } from '../../firm/services/settings';
import { clientActor, staffActor, writeProof, type Proven } from '../../proof/write';

export type NewMessage = z.output<typeof newMessageSchema>;

/** What differs between a message of the client and one of the firm. */
interface Writer {
  columns: { account_id: number; author_name: string } | { staff_author_id: number; author_name: string };
  actor: Happening['actor'];
  messages: Filter;
  drafts: Filter;
}

interface Sent extends Inserted {
  attachments: Proven[];
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

/**
 * The writer's own uploads become part of the message; one that is not theirs, or already sent, stops everything.
 * Gives them as the proof log keeps them.
 */
const sendDrafts = async (
  trx: Trx,
  { drafts }: Writer,
  message: Inserted,
  dossier: DossierRecord,
  ids: string[],
): Promise<Proven[]> => {
  if (ids.length === 0) return [];
  const own = trx('documents').modify(drafts).where('dossier_id', dossier.id).whereIn('document_id', ids);
  const sent: Proven[] = await own
    .update({ message_id: message.id, shared_at: new Date() })
    .returning(['document_id', 'name', 'sha_256', 'shelf']);
  if (sent.length !== ids.length) throw refuse('not-found', 'An attachment is not there to be sent');
  return sent;
};

const insertMessage = async (
  trx: Trx,
  writer: Writer,
  dossier: DossierRecord,
  message: NewMessage,
): Promise<Sent> => {
  const attachmentIds = [...new Set(message.attachmentIds)];
  const { filesPerMessage: max } = await firmSettings(trx);
  if (attachmentIds.length > max)
    throw refuse('too-many-files', 'More files than one message takes', { max });
  const inserted = await insertRow(trx, 'messages', {
    subject: message.subject,
    body: message.body,
    dossier_id: dossier.id,
    ...writer.columns,
    answers_id: await answeredId(trx, writer, dossier, message.replyTo),
    attachment_count: attachmentIds.length,
    sent_at: new Date(),
  });
  return { ...inserted, attachments: await sendDrafts(trx, writer, inserted, dossier, attachmentIds) };
};

/** Attachments are documents, and published with their message. */
const proveSent = (
  trx: Trx,
  { actor }: Writer,
  dossier: DossierRecord,
  { attachments }: Sent,
): Promise<void> => writeProof(trx, dossier.document_id, 'published', { documents: attachments, by: actor });

const countMessage = async (trx: Trx, dossier: DossierRecord, forStaff: number): Promise<void> => {
  await trx('dossiers')
    .where({ id: dossier.id })
    .increment('message_count', 1)
    .increment('staff_unread_count', forStaff)
    .update({ last_activity_at: new Date() });
};

/** Held before who writes, as by who sends a file: nobody waits in a circle. */
const holdDossier = async (trx: Trx, rule: Filter, id: unknown): Promise<DossierRecord> => {
  const { id: held } = await find(trx, 'dossiers', rule, id);
  return trx('dossiers').where({ id: held }).forNoKeyUpdate().first();
};

/** The client writes to the firm; gives the message's documentId. */
export const sendMessage = (account: Account, id: unknown, message: NewMessage): Promise<string> =>
  inTransaction(async (trx) => {
    const dossier = await holdDossier(trx, dossiersOf(account), id);
    if (!can.write(dossier)) throw refuse('dossier-closed', 'Message to a closed dossier');
    if (!(await holdSession(trx, account))) throw refuse('not-signed-in', 'The session was ended meanwhile');
    const writer = {
      columns: { account_id: account.id, author_name: account.clientName },
      actor: clientActor(account),
      messages: messagesOf(account),
      drafts: draftsOf(account),
    };
    const sent = await insertMessage(trx, writer, dossier, message);
    await countMessage(trx, dossier, 1);
    await proveSent(trx, writer, dossier, sent);
    return sent.documentId;
  });

/** The firm writes to the client, whose accounts see it as unread and get a mail; gives the message's documentId. */
export const sendFromDesk = (staff: staffAccess.Staff, id: unknown, message: NewMessage): Promise<string> =>
  inTransaction(async (trx) => {
    const dossier = await find(trx, 'dossiers', staffAccess.dossiersOf(staff), id);
    const writer = {
      columns: { staff_author_id: staff.id, author_name: staff.name },
      actor: staffActor(staff),
      messages: staffAccess.messagesOf(staff),
      drafts: staffAccess.draftsOf(staff),
    };
    const sent = await insertMessage(trx, writer, dossier, message);
    await countMessage(trx, dossier, 0);
    const attachments = sent.attachments.map(({ document_id: id }) => ({ type: 'attachment', id }));
    await tellClient(trx, dossier, {
      event: 'new-message',
      subjects: [{ type: 'message', id: sent.documentId }, ...attachments],
    });
    await proveSent(trx, writer, dossier, sent);
    return sent.documentId;
  });

export default { sendMessage, sendFromDesk };
