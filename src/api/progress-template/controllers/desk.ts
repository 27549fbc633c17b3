import type { Context } from 'koa';
import { listTemplates } from '../services/list';

export default {
  async list(ctx: Context) {
    ctx.body = { templates: await listTemplates() };
  },
};
