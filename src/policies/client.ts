import type { Context } from 'koa';
import type { Account } from '../access/client';
import { accountUsing } from '../access/session';
import { refuse } from '../contract/refuse';
import { tellEnds } from '../http/session-ends';

/** Whose session the request carries and uses, which its answer then says the end of. */
export const sessionAccount = async (ctx: Context): Promise<Account | undefined> => {
  const now = new Date();
  const account = await accountUsing(ctx, now);
  if (account !== undefined) tellEnds(ctx, account, now);
  return account;
};

/** The client's door: lets in who is fully signed in, and says who it is. */
export default async ({ request }: { request: { ctx: Context } }): Promise<boolean> => {
  const account = await sessionAccount(request.ctx);
  if (account === undefined) throw refuse('not-signed-in', 'No session, or one that has ended');
  request.ctx.state.account = account;
  return true;
};
