import type { Context } from 'koa';
import { accountOf } from '../../../http/person';
import { presentHome } from '../present';
import { showHome } from '../services/show';

export default {
  async show(ctx: Context) {
    const account = accountOf(ctx);
    ctx.body = presentHome(account, await showHome(account));
  },
};
