import type { Context } from 'koa';
import { blockingSchema } from '../../../contract/client';
import { body } from '../../../http/input';
import { idOf, staffOf } from '../../../http/person';
import { presentDeskAccount } from '../present-for-desk';
import {
  deleteForDesk,
  endAccountSessions,
  resetSecondStep,
  setAccountBlocked,
  unlockAccount,
} from '../services/desk';
import { accountsOfClient } from '../services/desk-list';

export default {
  async list(ctx: Context) {
    const accounts = await accountsOfClient(staffOf(ctx), idOf(ctx));
    ctx.body = { accounts: accounts.map(presentDeskAccount) };
  },

  async setBlocked(ctx: Context) {
    await setAccountBlocked(staffOf(ctx), idOf(ctx), body(ctx, blockingSchema).blocked);
    ctx.status = 204;
  },

  async unlock(ctx: Context) {
    await unlockAccount(staffOf(ctx), idOf(ctx));
    ctx.status = 204;
  },

  async endSessions(ctx: Context) {
    await endAccountSessions(staffOf(ctx), idOf(ctx));
    ctx.status = 204;
  },

  async resetSecondStep(ctx: Context) {
    await resetSecondStep(staffOf(ctx), idOf(ctx));
    ctx.status = 204;
  },

  async remove(ctx: Context) {
    await deleteForDesk(staffOf(ctx), idOf(ctx));
    ctx.status = 204;
  },
};
