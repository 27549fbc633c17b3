import type { Context } from 'koa';
import { tokenOf } from '../access/session-cookie';
import { signInOfToken, type SignInUnderWay } from '../access/sign-in';
import { hashToken } from '../access/token';
import { refuse } from '../contract/refuse';
import { database } from '../db';

/** The sign-in under way that the request carries; nothing where there is none, or it is over. */
export const signInUnderWay = async (ctx: Context): Promise<SignInUnderWay | undefined> => {
  const token = tokenOf(ctx, 'sign_in');
  return token === undefined ? undefined : signInOfToken(database(), hashToken(token), new Date());
};

/** The door between password and second step: it leads to the second step and nowhere else. */
export default async ({ request }: { request: { ctx: Context } }): Promise<boolean> => {
  const signIn = await signInUnderWay(request.ctx);
  if (signIn === undefined) throw refuse('sign-in-over', 'No sign-in under way, or one that is over');
  request.ctx.state.signIn = signIn;
  return true;
};
