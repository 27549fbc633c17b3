import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { newsQuerySchema } from '../../../contract/news';
import { query } from '../../../http/input';
import { settings } from '../../../settings';
import { firmSettings } from '../../firm/services/settings';
import { rssOf } from '../rss';
import { listNews } from '../services/list';

export default {
  async list(ctx: Context) {
    const { language } = query(ctx, newsQuerySchema);
    ctx.body = { items: await listNews(language) };
  },

  /** Readers of feeds ask often: who has the latest already is told so. */
  async feed(ctx: Context) {
    const { language } = query(ctx, newsQuerySchema);
    const { name: firm } = await firmSettings();
    const rss = await rssOf(await listNews(language), { firm, language, publicUrl: settings().publicUrl });
    ctx.set('Cache-Control', 'no-cache');
    ctx.set('ETag', `"${createHash('sha256').update(rss).digest('hex').slice(0, 32)}"`);
    ctx.type = 'application/rss+xml; charset=utf-8';
    ctx.status = 200;
    if (ctx.fresh) ctx.status = 304;
    else ctx.body = rss;
  },
};
