import type { Context } from 'koa';
import { progressChangeSchema } from '../../../contract/progress-step';
import { body } from '../../../http/input';
import { idOf, staffOf } from '../../../http/person';
import { keepProgress } from '../services/keep';

export default {
  async keep(ctx: Context) {
    ctx.body = await keepProgress(staffOf(ctx), idOf(ctx), body(ctx, progressChangeSchema));
  },
};
