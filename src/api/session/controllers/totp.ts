import type { Context } from 'koa';
import { codeConfirmationSchema } from '../../../contract/second-step';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { enrollerOf } from '../../../http/person';
import { beginTotp, confirmTotp } from '../services/enrol-totp';
import { answerAdded } from '../second-step/answer-added';

export default {
  async begin(ctx: Context) {
    ctx.body = await beginTotp(enrollerOf(ctx));
  },

  async confirm(ctx: Context) {
    await answerAdded(ctx, await confirmTotp(enrollerOf(ctx), body(ctx, codeConfirmationSchema), from(ctx)));
  },
};
