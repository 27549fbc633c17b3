import type { Context } from 'koa';
import { securityEventQuerySchema } from '../../../contract/security-event';
import { query } from '../../../http/input';
import { staffOf } from '../../../http/person';
import { presentSecurityEvent } from '../present';
import { listSecurityEvents } from '../services/list';

export default {
  async list(ctx: Context) {
    const { rows, next } = await listSecurityEvents(staffOf(ctx), query(ctx, securityEventQuerySchema));
    ctx.body = { events: rows.map(presentSecurityEvent), next };
  },
};
