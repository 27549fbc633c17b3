import { newToken, hashToken } from '../../access/token';
import { insertRow, minutesFrom, type Db } from '../../db';
import { settings } from '../../settings';

/** Where a request comes from. */
export interface From {
  address: string;
  device: string;
}

/** Starts a session; its token is known to the browser alone. */
export const startSession = async (db: Db, accountId: number, from: From): Promise<{ token: string }> => {
  const token = newToken();
  const now = new Date();
  await insertRow(db, 'sessions', {
    token_hash: hashToken(token),
    account_id: accountId,
    started_at: now,
    last_used_at: now,
    ends_at: minutesFrom(now, settings().session.overallHours * 60),
    address: from.address,
    device: from.device.slice(0, 200),
  });
  return { token };
};
