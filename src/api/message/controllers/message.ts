import type { Context } from 'koa';
import { can, messagesOf } from '../../../access/client';
import { newMessageSchema } from '../../../contract/message';
import { database } from '../../../db';
import { body } from '../../../http/input';
import { accountOf, idOf } from '../../../http/person';
import { readings } from '../../../plugin-services';
import { presentMessage, presentRow } from '../present';
import { listMessages } from '../services/list';
import { openMessage } from '../services/read';
import { sendMessage } from '../services/send';

const present = async (ctx: Context, id: unknown) => {
  const opened = await openMessage(database(), messagesOf(accountOf(ctx)), id);
  return presentMessage(opened, can.write({ status: opened.message.dossier_status }));
};

export default {
  async list(ctx: Context) {
    const messages = await listMessages(accountOf(ctx), idOf(ctx));
    ctx.body = { messages: messages.map(presentRow) };
  },

  async send(ctx: Context) {
    const id = await sendMessage(accountOf(ctx), idOf(ctx), body(ctx, newMessageSchema));
    ctx.status = 201;
    ctx.body = await present(ctx, id);
  },

  async show(ctx: Context) {
    const message = await present(ctx, idOf(ctx));
    await readings().note(ctx, { type: 'message', id: message.id }, accountOf(ctx).documentId, 'opened');
    ctx.body = message;
  },
};
