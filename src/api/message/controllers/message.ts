import type { Context } from 'koa';
import { can, messagesOf } from '../../../access/client';
import { newMessageSchema, type MessageView } from '../../../contract/message';
import { database } from '../../../db';
import { body } from '../../../http/input';
import { isListening } from '../../../http/line';
import { accountOf, idOf } from '../../../http/person';
import { readings } from '../../../plugin-services';
import { requireNoPrefetch } from '../../document/note-reading';
import { presentMessage, presentRow } from '../present';
import { listMessages } from '../services/list';
import { openMessage, type ListedMessage, type OpenedMessage } from '../services/read';
import { sendMessage } from '../services/send';

const open = (ctx: Context, id: unknown): Promise<OpenedMessage> =>
  openMessage(database(), messagesOf(accountOf(ctx)), id);

/** Under another message, what the firm wrote would be read without a trace by who has not opened it. */
const hasOpened = async (ctx: Context, message: ListedMessage | undefined): Promise<boolean> => {
  if (message === undefined || message.account_id !== null) return true;
  const asked = { types: ['message'], subjects: [message.document_id] };
  const [reading] = await readings().ofReader(database(), accountOf(ctx).documentId, asked);
  return reading !== undefined && reading.openedAt !== null;
};

const present = async (ctx: Context, opened: OpenedMessage): Promise<MessageView> =>
  presentMessage(opened, {
    canReply: can.write({ status: opened.message.dossier_status }),
    hasOpenedOriginal: await hasOpened(ctx, opened.original),
  });

/** Only what the firm wrote is read by the client. */
const noteOpened = async (ctx: Context, message: ListedMessage): Promise<void> => {
  if (message.account_id !== null) return;
  const announcement = { type: 'message', id: message.document_id, scope: message.dossier_document_id };
  const reading = { reader: accountOf(ctx).documentId, kind: 'opened' as const };
  await readings().note(database(), ctx, announcement, reading);
};

export default {
  async list(ctx: Context) {
    const messages = await listMessages(accountOf(ctx), idOf(ctx));
    ctx.body = { messages: messages.map(presentRow) };
  },

  async send(ctx: Context) {
    const id = await sendMessage(accountOf(ctx), idOf(ctx), body(ctx, newMessageSchema));
    ctx.status = 201;
    ctx.body = await present(ctx, await open(ctx, id));
  },

  async show(ctx: Context) {
    requireNoPrefetch(ctx);
    const opened = await open(ctx, idOf(ctx));
    // Who has left meanwhile is given nothing, and has read nothing.
    if (await isListening(ctx)) await noteOpened(ctx, opened.message);
    ctx.body = await present(ctx, opened);
  },
};
