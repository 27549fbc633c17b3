import type { Context } from 'koa';
import type { Language } from '../contract/common';
import { ask, database, minutesFrom, type Db, type StoredMoment, type Trx } from '../db';
import type { Account } from './client';
import { tokenOf } from './session-cookie';
import { hashToken } from './token';

interface Found {
  session_id: number;
  last_used_at: StoredMoment;
  idle_minutes: number;
  idle_ends_at: StoredMoment;
  ends_at: StoredMoment;
  confirmed_at: StoredMoment | null;
  challenge: string | null;
  last_visit_at: StoredMoment | null;
  id: number;
  document_id: string;
  username: string;
  email: string;
  language: Language;
  client_id: number;
  client_name: string;
}

/** What the session itself says of who holds it; the request adds where it came from. */
type Known = Omit<Account, 'address'>;

/**
 * Both ends stand in the row: what the firm has chosen was read when the session began. Every request asks this, and
 * knex takes as long to build it as the database to answer.
 */
const SESSION = `select sessions.id as session_id, sessions.last_used_at, sessions.idle_minutes, sessions.idle_ends_at,
    sessions.ends_at, sessions.confirmed_at, sessions.challenge, sessions.last_visit_at, up_users.id,
    up_users.document_id, up_users.username, up_users.email, up_users.language, clients.id as client_id,
    clients.name as client_name
  from sessions
  join up_users on up_users.id = sessions.account_id
  join clients on clients.id = up_users.client_id
  where sessions.token_hash = ? and sessions.ends_at > ? and sessions.idle_ends_at > ?
    and up_users.blocked = ? and up_users.activated_at is not null`;

const select = async (db: Db, tokenHash: string, now: Date): Promise<Found | undefined> => {
  const [found] = await ask<Found>(db, SESSION, [tokenHash, now, now, false]);
  return found;
};

const accountOf = (found: Found): Known => ({
  id: found.id,
  documentId: found.document_id,
  userName: found.username,
  email: found.email,
  clientId: found.client_id,
  clientName: found.client_name,
  language: found.language,
  sessionId: found.session_id,
  confirmedAt: found.confirmed_at === null ? null : new Date(found.confirmed_at),
  challenge: found.challenge,
  lastVisitAt: found.last_visit_at === null ? null : new Date(found.last_visit_at),
  idleEndsAt: new Date(found.idle_ends_at),
  endsAt: new Date(found.ends_at),
});

/** The account that a session belongs to, in one look-up, without using it; nothing where it ended or was blocked. */
export const accountOfSession = async (db: Db, tokenHash: string, now: Date): Promise<Known | undefined> => {
  const found = await select(db, tokenHash, now);
  return found && accountOf(found);
};

/** The account of a session that is used now. Written at most once a minute, so that reading costs one query. */
export const accountUsingSession = async (
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<Known | undefined> => {
  const found = await select(db, tokenHash, now);
  if (found === undefined) return undefined;
  if (minutesFrom(now, -1) < new Date(found.last_used_at)) return accountOf(found);
  const idleEndsAt = minutesFrom(now, found.idle_minutes);
  const used = { last_used_at: now, idle_ends_at: idleEndsAt };
  await db('sessions').where({ id: found.session_id }).update(used);
  return accountOf({ ...found, ...used });
};

/** Whose session the request carries and uses; nothing where it has none, or one that has ended. */
export const accountUsing = async (ctx: Context, now: Date): Promise<Account | undefined> => {
  const token = tokenOf(ctx, 'session');
  if (token === undefined) return undefined;
  const known = await accountUsingSession(database(), hashToken(token), now);
  return known && { ...known, address: ctx.ip };
};

/**
 * Whether the session still is, in the transaction that writes what came of something. Who is blocking the account or
 * ending the session at this moment is waited for, and who comes later waits until this transaction has ended. First the
 * account, then the session: who blocks goes that way, too.
 */
export const holdSession = async (trx: Trx, { id, sessionId }: Account): Promise<boolean> => {
  const account: unknown = await trx('up_users').where({ id, blocked: false }).forShare().first('id');
  if (account === undefined) return false;
  const session: unknown = await trx('sessions').where({ id: sessionId }).forKeyShare().first('id');
  return session !== undefined;
};

/** Whether the session still is, asked now and then while something long goes out. */
export const isStillSignedIn = async (db: Db, { sessionId }: Account): Promise<boolean> => {
  const row: unknown = await db('sessions')
    .join('up_users', 'up_users.id', 'sessions.account_id')
    .where({ 'sessions.id': sessionId, 'up_users.blocked': false })
    .first('sessions.id');
  return row !== undefined;
};
