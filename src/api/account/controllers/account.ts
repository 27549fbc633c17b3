import type { Context } from 'koa';
import { newAccountSchema } from '../../../contract/extra-account';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { accountOf, idOf } from '../../../http/person';
import { presentExtraAccount, presentExtraAccounts } from '../present';
import { addAccount } from '../services/add';
import { deleteAccount } from '../services/delete';
import { extraAccounts } from '../services/list';

export default {
  async list(ctx: Context) {
    ctx.body = presentExtraAccounts(await extraAccounts(accountOf(ctx)));
  },

  async add(ctx: Context) {
    const added = await addAccount(accountOf(ctx), body(ctx, newAccountSchema), from(ctx));
    ctx.status = 201;
    ctx.body = presentExtraAccount(added);
  },

  async remove(ctx: Context) {
    await deleteAccount(accountOf(ctx), idOf(ctx), from(ctx));
    ctx.status = 204;
  },
};
