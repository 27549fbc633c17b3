import type { Context } from 'koa';
import { clearSessionCookie, clearSignInCookie, setSignInCookie } from '../../access/session-cookie';
import type { Entry } from './enter';
import { letBrowserIn } from './lock/let-browser-in';

/** Gives the browser the one cookie that fits: a session, or what opens the second step. */
export const setCookies = async (ctx: Context, { state, token }: Entry): Promise<void> => {
  if (state === 'pending') {
    // Whoever was signed in here before is so no longer: somebody else has begun.
    clearSessionCookie(ctx);
    return setSignInCookie(ctx, token);
  }
  clearSignInCookie(ctx);
  await letBrowserIn(ctx, token);
};
