import type { Context } from 'koa';
import { confirmationSchema } from '../../../contract/account';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { accountOf } from '../../../http/person';
import { confirm } from '../services/confirm';

export default {
  async confirm(ctx: Context) {
    await confirm(accountOf(ctx), body(ctx, confirmationSchema), from(ctx));
    ctx.status = 204;
  },
};
