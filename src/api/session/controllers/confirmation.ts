import type { Context } from 'koa';
import { setSessionCookie } from '../../../access/session-cookie';
import { confirmationSchema, type ConfirmationAnswer } from '../../../contract/confirmation';
import { secondStepProofSchema } from '../../../contract/second-step';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { accountOf } from '../../../http/person';
import type { Confirmed } from '../second-step/mark-confirmed';
import { confirm } from '../services/confirm';
import { confirmSecondStep, provingOf } from '../services/confirm-second-step';
import { sendStepCode } from '../services/send-step-code';
import { beginPasskeyStep } from '../services/take-second-step';

const settle = (ctx: Context, { state, token, recoveryCode }: Confirmed): ConfirmationAnswer => {
  setSessionCookie(ctx, token);
  return { state, recoveryCode };
};

export default {
  async begin(ctx: Context) {
    const reached = await confirm(accountOf(ctx), body(ctx, confirmationSchema), from(ctx));
    ctx.body = reached.state === 'confirmed' ? settle(ctx, reached) : reached;
  },

  async take(ctx: Context) {
    const proof = body(ctx, secondStepProofSchema);
    ctx.body = settle(ctx, await confirmSecondStep(accountOf(ctx), proof, from(ctx)));
  },

  async sendCode(ctx: Context) {
    ctx.body = await sendStepCode(provingOf(accountOf(ctx)), from(ctx));
  },

  async beginPasskey(ctx: Context) {
    ctx.body = await beginPasskeyStep(provingOf(accountOf(ctx)));
  },
};
