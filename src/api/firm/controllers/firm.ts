import type { Context } from 'koa';
import { readFirm } from '../services/read';

export default {
  async show(ctx: Context) {
    ctx.body = await readFirm();
  },
};
