import { find } from '../../../access/find';
import type { DossierStatus } from '../../../contract/dossier';
import type { Db, DocumentRow, Filter, MessageRecord } from '../../../db';

export interface ListedMessage extends MessageRecord {
  dossier_status: DossierStatus;
  dossier_document_id: string;
}

export interface OpenedMessage {
  message: ListedMessage;
  attachments: Pick<DocumentRow, 'document_id' | 'name' | 'mime_type' | 'size'>[];
  original: ListedMessage | undefined;
}

/** Messages with who wrote them, the newest first; the rule says which. */
export const messagesBy = (db: Db, rule: Filter): Promise<ListedMessage[]> =>
  db('messages')
    .modify(rule)
    .join('dossiers', 'dossiers.id', 'messages.dossier_id')
    .orderBy([
      { column: 'messages.sent_at', order: 'desc' },
      { column: 'messages.id', order: 'desc' },
    ])
    .select('messages.*', 'dossiers.status as dossier_status', 'dossiers.document_id as dossier_document_id');

const byId =
  (id: number): Filter =>
  (query) =>
    void query.where('messages.id', id);

/** One message that the rule lets through, with its attachments and what it answers (R71). */
export const openMessage = async (db: Db, rule: Filter, id: unknown): Promise<OpenedMessage> => {
  const found = await find(db, 'messages', rule, id);
  const [message] = await messagesBy(db, byId(found.id));
  if (message === undefined) throw new Error(`Message ${found.id} has no dossier`);
  const [original] = found.answers_id === null ? [] : await messagesBy(db, byId(found.answers_id));
  const attachments = await db('documents')
    .where({ message_id: found.id, withdrawn_at: null })
    .orderBy('id')
    .select<OpenedMessage['attachments']>('document_id', 'name', 'mime_type', 'size');
  return { message, attachments, original };
};

export default { messagesBy, openMessage };
