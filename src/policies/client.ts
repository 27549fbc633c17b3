import type { Context } from 'koa';
import { accountOfSession } from '../access/session';
import { refuse } from '../contract/refuse';
import { database } from '../db';
import { cookieName } from '../access/session-cookie';
import { hashToken } from '../access/token';
import { settings } from '../settings';

/** The client's door: lets in who is fully signed in, and says who it is. */
export default async ({ request }: { request: { ctx: Context } }): Promise<boolean> => {
  const { ctx } = request;
  const token = ctx.cookies.get(cookieName(), { signed: false });
  const account =
    token === undefined
      ? undefined
      : await accountOfSession(database(), hashToken(token), new Date(), settings().session);
  if (account === undefined) throw refuse('not-signed-in', 'No session, or one that has ended');
  ctx.state.account = { ...account, address: ctx.ip };
  return true;
};
