import type { Context } from 'koa';
import type { Account } from '../access/client';
import { accountUsingSession } from '../access/session';
import { tokenOf } from '../access/session-cookie';
import { hashToken } from '../access/token';
import { refuse } from '../contract/refuse';
import { database } from '../db';
import { tellEnds } from '../http/session-ends';

/** Whose session the request carries and uses; nothing where it has none, or one that has ended. */
export const sessionAccount = async (ctx: Context): Promise<Account | undefined> => {
  const token = tokenOf(ctx, 'session');
  const now = new Date();
  const account =
    token === undefined ? undefined : await accountUsingSession(database(), hashToken(token), now);
  if (account === undefined) return undefined;
  tellEnds(ctx, account, now);
  return { ...account, address: ctx.ip };
};

/** The client's door: lets in who is fully signed in, and says who it is. */
export default async ({ request }: { request: { ctx: Context } }): Promise<boolean> => {
  const account = await sessionAccount(request.ctx);
  if (account === undefined) throw refuse('not-signed-in', 'No session, or one that has ended');
  request.ctx.state.account = account;
  return true;
};
