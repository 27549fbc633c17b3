import type { Context } from 'koa';
import { passwordChangeSchema } from '../../../contract/account';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { accountOf, idOf } from '../../../http/person';
import { keepKnown } from '../lock/let-browser-in';
import { presentOwnSession } from '../present-session';
import { changePassword } from '../services/change-password';
import { endOtherSessions, endSession, ownSessions } from '../services/own-sessions';

export default {
  async changePassword(ctx: Context) {
    await changePassword(accountOf(ctx), body(ctx, passwordChangeSchema), from(ctx));
    await keepKnown(ctx, accountOf(ctx).id);
    ctx.status = 204;
  },

  async sessions(ctx: Context) {
    const account = accountOf(ctx);
    const sessions = await ownSessions(account);
    ctx.body = { sessions: sessions.map((row) => presentOwnSession(row, account)) };
  },

  async endSession(ctx: Context) {
    await endSession(accountOf(ctx), idOf(ctx), from(ctx));
    ctx.status = 204;
  },

  async endOtherSessions(ctx: Context) {
    await endOtherSessions(accountOf(ctx), from(ctx));
    ctx.status = 204;
  },
};
