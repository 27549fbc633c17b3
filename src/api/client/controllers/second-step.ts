import type { Context } from 'koa';
import { idOf, staffOf } from '../../../http/person';
import { resetSecondStep, secondStepOfClient } from '../services/reset-second-step';

export default {
  async show(ctx: Context) {
    ctx.body = await secondStepOfClient(staffOf(ctx), idOf(ctx));
  },

  async reset(ctx: Context) {
    await resetSecondStep(staffOf(ctx), idOf(ctx));
    ctx.status = 204;
  },
};
