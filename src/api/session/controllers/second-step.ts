import type { Context } from 'koa';
import { clearSignInCookie } from '../../../access/session-cookie';
import {
  codeConfirmationSchema,
  phoneNumberSchema,
  recoveryCodeMailSchema,
  secondStepProofSchema,
} from '../../../contract/second-step';
import { from } from '../../../http/from';
import { body } from '../../../http/input';
import { accountOf, enrollerOf, idOf, signInOf } from '../../../http/person';
import { letBrowserIn } from '../lock/let-browser-in';
import { presentSignedIn } from '../present';
import { answerAdded } from '../second-step/answer-added';
import { pendingSignIn } from '../second-step/ways';
import { beginSms, checkNumber, confirmSms } from '../services/enrol-sms';
import { mailRecoveryCode } from '../services/mail-recovery-code';
import { makeRecoveryCode, removeMethod, secondStepOf } from '../services/second-step';
import { sendStepCode } from '../services/send-step-code';
import { takeSecondStep } from '../services/take-second-step';

export default {
  async showSignIn(ctx: Context) {
    ctx.body = await pendingSignIn(signInOf(ctx));
  },

  async take(ctx: Context) {
    const signedIn = await takeSecondStep(signInOf(ctx), body(ctx, secondStepProofSchema), from(ctx));
    await letBrowserIn(ctx, signedIn.token);
    clearSignInCookie(ctx);
    ctx.body = presentSignedIn(signedIn);
  },

  async sendCode(ctx: Context) {
    ctx.body = await sendStepCode(signInOf(ctx), from(ctx));
  },

  async show(ctx: Context) {
    ctx.body = await secondStepOf(enrollerOf(ctx));
  },

  async checkNumber(ctx: Context) {
    ctx.body = await checkNumber(body(ctx, phoneNumberSchema).number);
  },

  async beginSms(ctx: Context) {
    ctx.body = await beginSms(enrollerOf(ctx), body(ctx, phoneNumberSchema).number, from(ctx));
  },

  async confirmSms(ctx: Context) {
    await answerAdded(ctx, await confirmSms(enrollerOf(ctx), body(ctx, codeConfirmationSchema), from(ctx)));
  },

  async remove(ctx: Context) {
    await removeMethod(accountOf(ctx), idOf(ctx), from(ctx));
    ctx.status = 204;
  },

  async makeRecoveryCode(ctx: Context) {
    ctx.body = { recoveryCode: await makeRecoveryCode(accountOf(ctx), from(ctx)) };
  },

  async mailRecoveryCode(ctx: Context) {
    await mailRecoveryCode(accountOf(ctx), body(ctx, recoveryCodeMailSchema).code);
    ctx.status = 204;
  },
};
