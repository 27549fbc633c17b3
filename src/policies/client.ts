import type { Context } from 'koa';
import { accountUsingSession } from '../access/session';
import { sessionToken } from '../access/session-cookie';
import { hashToken } from '../access/token';
import { refuse } from '../contract/refuse';
import { database } from '../db';
import { tellEnds } from '../http/session-ends';

/** The client's door: lets in who is fully signed in, and says who it is. */
export default async ({ request }: { request: { ctx: Context } }): Promise<boolean> => {
  const { ctx } = request;
  const token = sessionToken(ctx);
  const now = new Date();
  const account =
    token === undefined ? undefined : await accountUsingSession(database(), hashToken(token), now);
  if (account === undefined) throw refuse('not-signed-in', 'No session, or one that has ended');
  ctx.state.account = { ...account, address: ctx.ip };
  tellEnds(ctx, account, now);
  return true;
};
