import contentDisposition from 'content-disposition';
import type { Context } from 'koa';
import { proofExportQuerySchema, proofQuerySchema, unopenedQuerySchema } from '../../../contract/proof';
import { query } from '../../../http/input';
import { idOf, staffOf } from '../../../http/person';
import { presentEvent, presentUnopened } from '../present';
import { exportProof } from '../services/export';
import { listProof } from '../services/list';
import { listUnopened } from '../services/unopened';

export default {
  async list(ctx: Context) {
    const { before } = query(ctx, proofQuerySchema);
    const { events, next } = await listProof(staffOf(ctx), idOf(ctx), before);
    ctx.body = { events: events.map(presentEvent), next };
  },

  async export(ctx: Context) {
    const { language = staffOf(ctx).language } = query(ctx, proofExportQuerySchema);
    const { dossierNumber, zip } = await exportProof(staffOf(ctx), idOf(ctx), language);
    ctx.set('Content-Disposition', contentDisposition(`proof-${dossierNumber}.zip`));
    ctx.type = 'application/zip';
    ctx.body = zip;
  },

  async unopened(ctx: Context) {
    const { after } = query(ctx, unopenedQuerySchema);
    const { days, rows, next } = await listUnopened(staffOf(ctx), after, new Date());
    ctx.body = { days, rows: rows.map(presentUnopened), next };
  },
};
