import type { Context } from 'koa';
import type { Enroller } from '../access/sign-in';
import { refuse } from '../contract/refuse';
import { sessionAccount } from './client';
import { signInUnderWay } from './sign-in';

const enrollerOf = async (ctx: Context): Promise<Enroller | undefined> => {
  const account = await sessionAccount(ctx);
  if (account !== undefined) return { account, signIn: null };
  const signIn = await signInUnderWay(ctx);
  // Who has a method already proves it first: a password alone adds no other.
  return signIn?.state === 'second-step-missing' ? { account: signIn.account, signIn } : undefined;
};

/** The door to setting up a second step: for who is signed in, and for who must do so before they are (R24). */
export default async ({ request }: { request: { ctx: Context } }): Promise<boolean> => {
  const enroller = await enrollerOf(request.ctx);
  if (enroller === undefined) throw refuse('not-signed-in', 'Neither signed in nor to set up a second step');
  request.ctx.state.enroller = enroller;
  return true;
};
