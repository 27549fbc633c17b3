import type { Context } from 'koa';
import { faqQuerySchema } from '../../../contract/faq';
import { query } from '../../../http/input';
import { listFaq } from '../services/list';

export default {
  async list(ctx: Context) {
    const { language } = query(ctx, faqQuerySchema);
    ctx.body = { entries: await listFaq(language) };
  },
};
