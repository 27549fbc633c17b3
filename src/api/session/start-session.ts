import { newToken, hashToken } from '../../access/token';
import { insertRow, minutesFrom, type Db } from '../../db';
import type { From } from '../../http/from';
import { firmSettings } from '../firm/services/settings';

const forgetEnded = async (db: Db, accountId: number, now: Date): Promise<void> => {
  await db('sessions')
    .where({ account_id: accountId })
    .where((ended) => void ended.where('ends_at', '<=', now).orWhere('idle_ends_at', '<=', now))
    .delete();
};

/**
 * Starts a session; its token is known to the browser alone. What the firm has chosen for how long it lasts is
 * kept with it, so that no later request has to ask.
 */
export const startSession = async (db: Db, accountId: number, from: From): Promise<{ token: string }> => {
  const token = newToken();
  const now = new Date();
  const { sessionIdleMinutes, sessionHours } = await firmSettings(db);
  await forgetEnded(db, accountId, now);
  await insertRow(db, 'sessions', {
    token_hash: hashToken(token),
    account_id: accountId,
    started_at: now,
    last_used_at: now,
    idle_minutes: sessionIdleMinutes,
    idle_ends_at: minutesFrom(now, sessionIdleMinutes),
    ends_at: minutesFrom(now, sessionHours * 60),
    address: from.address,
    device: from.device.slice(0, 200),
  });
  return { token };
};
