import { newToken, hashToken } from '../../access/token';
import { insertRow, minutesFrom, type AccountRow, type Db, type StoredMoment, type Trx } from '../../db';
import type { From } from '../../http/from';
import { firmSettings } from '../firm/services/settings';

const forgetEnded = async (db: Db, accountId: number, now: Date): Promise<void> => {
  await db('sessions')
    .where({ account_id: accountId })
    .where((ended) => void ended.where('ends_at', '<=', now).orWhere('idle_ends_at', '<=', now))
    .delete();
};

/** Keeps that a visit begins, and says when the one before it did. The account is held: sign-ins take their turns. */
const beginVisit = async (db: Trx, accountId: number, now: Date): Promise<StoredMoment | null> => {
  const account = await db('up_users')
    .where({ id: accountId })
    .first<Pick<AccountRow, 'visited_at'>>('visited_at');
  await db('up_users').where({ id: accountId }).update({ visited_at: now });
  return account.visited_at;
};

/**
 * Starts a session; its token is known to the browser alone. What the firm has chosen for how long it lasts is
 * kept with it, so that no later request has to ask.
 */
export const startSession = async (db: Trx, accountId: number, from: From): Promise<{ token: string }> => {
  const token = newToken();
  const now = new Date();
  const { sessionIdleMinutes, sessionHours } = await firmSettings(db);
  await forgetEnded(db, accountId, now);
  const lastVisitAt = await beginVisit(db, accountId, now);
  await insertRow(db, 'sessions', {
    token_hash: hashToken(token),
    account_id: accountId,
    started_at: now,
    last_visit_at: lastVisitAt,
    last_used_at: now,
    idle_minutes: sessionIdleMinutes,
    idle_ends_at: minutesFrom(now, sessionIdleMinutes),
    ends_at: minutesFrom(now, sessionHours * 60),
    address: from.address,
    device: from.device.slice(0, 200),
  });
  return { token };
};
