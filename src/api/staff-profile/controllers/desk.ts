import type { Context } from 'koa';
import { staffPhoneSchema } from '../../../contract/staff-profile';
import { body } from '../../../http/input';
import { idOf, staffOf } from '../../../http/person';
import { keepPhone } from '../services/keep-phone';

export default {
  async keepPhone(ctx: Context) {
    ctx.body = await keepPhone(staffOf(ctx), idOf(ctx), body(ctx, staffPhoneSchema));
  },
};
