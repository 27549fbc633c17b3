import type { Context } from 'koa';
import { setMark } from '../../../access/device-cookie';
import { setSessionCookie } from '../../../access/session-cookie';
import { hashToken } from '../../../access/token';
import { database, type AccountRow } from '../../../db';
import { from, type From } from '../../../http/from';
import { lockout } from '../../../plugin-services';
import { noteSecurityEvent } from '../../security-event/services/note';
import { knownMark, knownSubject, strangersOf, unlockSubject } from './subjects';

type SignedIn = Pick<AccountRow, 'id' | 'username' | 'password' | 'client_id'>;

/** Who came by a mailed link and is fully signed in has unlocked the account. */
const unlock = async (account: SignedIn, origin: From): Promise<void> => {
  const subjects = [strangersOf(account.username), knownSubject(origin.marks.device, account)];
  const opened = await Promise.all(
    subjects.filter((subject) => subject !== undefined).map((subject) => lockout().unlock({ subject })),
  );
  if (opened.every((lock) => lock === undefined)) return;
  await noteSecurityEvent(database(), {
    event: 'unlocked',
    label: account.username,
    ...(account.client_id !== null && { account: { id: account.id, clientId: account.client_id } }),
    actor: { kind: 'client', ...origin },
    detail: 'mail',
  });
};

/** Gives a browser the session that has begun, and knows it from now on. */
export const letBrowserIn = async (ctx: Context, token: string): Promise<void> => {
  setSessionCookie(ctx, token);
  const account = await database()('sessions')
    .join('up_users', 'up_users.id', 'sessions.account_id')
    .where('sessions.token_hash', hashToken(token))
    .first<SignedIn | undefined>(
      'up_users.id',
      'up_users.username',
      'up_users.password',
      'up_users.client_id',
    );
  if (account === undefined) return;
  const origin = from(ctx);
  if (unlockSubject(origin.marks.unlock, account) !== undefined) {
    await unlock(account, origin);
    setMark(ctx, 'unlock', null);
  }
  setMark(ctx, 'device', knownMark(origin.marks.device, account));
};

/** The browser in which the password was changed stays known; every other one is a stranger's from now on. */
export const keepKnown = async (ctx: Context, accountId: number): Promise<void> => {
  const account = await database()('up_users')
    .where({ id: accountId })
    .first<SignedIn>('username', 'password');
  setMark(ctx, 'device', knownMark(from(ctx).marks.device, account));
};
