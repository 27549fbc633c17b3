import type { Trx } from '../../db';
import { forgetPendingEmail } from './email-change/pending';
import { endSessions } from './end-sessions';

/**
 * A new password ends the account's sessions, and the change to another address that was asked for: whoever knew the
 * old one is out, and gets no mail any more. Only the session in which it was
 * changed stays, where there is one.
 */
export const setPassword = async (
  trx: Trx,
  accountId: number,
  hash: string,
  sessionId?: number,
): Promise<void> => {
  await trx('up_users').where({ id: accountId }).update({ password: hash, updated_at: new Date() });
  await forgetPendingEmail(trx, accountId);
  await endSessions(trx, accountId, sessionId);
};
