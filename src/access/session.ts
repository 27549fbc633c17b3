import type { Language } from '../contract/common';
import { minutesFrom, type Db, type StoredMoment } from '../db';
import type { Account } from './client';

export interface SessionLimits {
  /** A session unused for this long has ended. */
  idleMinutes: number;
}

interface Found {
  session_id: number;
  last_used_at: StoredMoment;
  id: number;
  document_id: string;
  email: string;
  language: Language;
  client_id: number;
  client_name: string;
}

const select = (db: Db, tokenHash: string, now: Date, limits: SessionLimits) =>
  db('sessions')
    .join('up_users', 'up_users.id', 'sessions.account_id')
    .join('clients', 'clients.id', 'up_users.client_id')
    .where('sessions.token_hash', tokenHash)
    .where('sessions.ends_at', '>', now)
    .where('sessions.last_used_at', '>', minutesFrom(now, -limits.idleMinutes))
    .where('up_users.blocked', false)
    .whereNotNull('up_users.activated_at')
    .first<Found | undefined>(
      'sessions.id as session_id',
      'sessions.last_used_at',
      'up_users.id',
      'up_users.document_id',
      'up_users.email',
      'up_users.language',
      'clients.id as client_id',
      'clients.name as client_name',
    );

/** Written at most once a minute, so that reading costs one query and not two. */
const noteUse = async (db: Db, found: Found, now: Date): Promise<void> => {
  if (minutesFrom(now, -1) < new Date(found.last_used_at)) return;
  await db('sessions').where({ id: found.session_id }).update({ last_used_at: now });
};

/** The account that a session belongs to, in one look-up; nothing where it ended, idled, or was blocked. */
export const accountOfSession = async (
  db: Db,
  tokenHash: string,
  now: Date,
  limits: SessionLimits,
): Promise<Omit<Account, 'address'> | undefined> => {
  const found = await select(db, tokenHash, now, limits);
  if (found === undefined) return undefined;
  await noteUse(db, found, now);
  return {
    id: found.id,
    documentId: found.document_id,
    email: found.email,
    clientId: found.client_id,
    clientName: found.client_name,
    language: found.language,
    sessionId: found.session_id,
  };
};

/** Whether the session still is, at the end of something long; asked in the transaction that writes its outcome. */
export const isStillSignedIn = async (db: Db, { sessionId }: Account): Promise<boolean> => {
  const row: unknown = await db('sessions')
    .join('up_users', 'up_users.id', 'sessions.account_id')
    .where({ 'sessions.id': sessionId, 'up_users.blocked': false })
    .first('sessions.id');
  return row !== undefined;
};
