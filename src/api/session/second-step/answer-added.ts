import type { Context } from 'koa';
import { clearSignInCookie, setSessionCookie } from '../../../access/session-cookie';
import { presentSignedIn } from '../present';
import type { Added } from './add-method';

/** Answers who has added a method; a sign-in that waited for it is complete now. */
export const answerAdded = (ctx: Context, { account, token, recoveryCode }: Added): void => {
  if (token !== null) {
    setSessionCookie(ctx, token);
    clearSignInCookie(ctx);
  }
  ctx.body = presentSignedIn({ account, recoveryCode });
};
