import type { Context } from 'koa';
import { messagesOf } from '../../../access/staff';
import { newMessageSchema } from '../../../contract/message';
import { database } from '../../../db';
import { body } from '../../../http/input';
import { idOf, staffOf } from '../../../http/person';
import { readings } from '../../../plugin-services';
import { readingsOfSubject } from '../../dossier/readings';
import { presentDeskMessage, presentRow } from '../present';
import { listForDesk } from '../services/list';
import { markOpenedByStaff } from '../services/mark-opened';
import { openMessage, type OpenedMessage } from '../services/read';
import { sendFromDesk } from '../services/send';

const present = async (opened: OpenedMessage) => {
  const subject = { type: 'message', id: opened.message.document_id };
  return presentDeskMessage(opened, await readingsOfSubject(database(), subject));
};

const open = (ctx: Context, id: unknown): Promise<OpenedMessage> =>
  openMessage(database(), messagesOf(staffOf(ctx)), id);

export default {
  async list(ctx: Context) {
    const messages = await listForDesk(staffOf(ctx), idOf(ctx));
    ctx.body = { messages: messages.map(presentRow) };
  },

  async send(ctx: Context) {
    const id = await sendFromDesk(staffOf(ctx), idOf(ctx), body(ctx, newMessageSchema));
    ctx.status = 201;
    ctx.body = await present(await open(ctx, id));
  },

  async show(ctx: Context) {
    const opened = await open(ctx, idOf(ctx));
    if (readings().countsAsReading(ctx)) await markOpenedByStaff(opened.message);
    ctx.body = await present(opened);
  },
};
