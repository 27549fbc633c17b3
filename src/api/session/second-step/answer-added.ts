import type { Context } from 'koa';
import { clearSignInCookie } from '../../../access/session-cookie';
import { letBrowserIn } from '../lock/let-browser-in';
import { presentSignedIn } from '../present';
import type { Added } from './add-method';

/** Answers who has added a method; a sign-in that waited for it is complete now. */
export const answerAdded = async (ctx: Context, { account, token, recoveryCode }: Added): Promise<void> => {
  if (token !== null) {
    await letBrowserIn(ctx, token);
    clearSignInCookie(ctx);
  }
  ctx.body = presentSignedIn({ account, recoveryCode });
};
