import type { LinkPurpose } from '../../../contract/session';
import { database, inTransaction, minutesFrom, type Trx } from '../../../db';
import { announce } from '../../notification/announce';
import { holdFor } from '../mailed-link';

const EVENTS = { activation: 'activation-link', reset: 'reset-link' } as const;

/** One mail a minute: more would only end the links that are on their way, and fill a mailbox. */
const MINUTES_BETWEEN = 1;

const wasJustAsked = async (trx: Trx, accountId: number, purpose: LinkPurpose): Promise<boolean> => {
  const since = minutesFrom(new Date(), -MINUTES_BETWEEN);
  const asked = { account_id: accountId, event: EVENTS[purpose] };
  const row: unknown = await trx('notifications').where(asked).where('created_at', '>', since).first('id');
  return row !== undefined;
};

/**
 * Puts the mail with the link in the outbox, if there is anybody to send it to. Who asks learns nothing from the
 * answer; the mail and its link are made later, by the outbox.
 */
export const requestLink = async (purpose: LinkPurpose, email: string): Promise<void> => {
  const account = await database()('up_users').where({ email }).first<{ id: number } | undefined>('id');
  if (account === undefined) return;
  await inTransaction(async (trx) => {
    if (!(await holdFor(trx, account.id, purpose))) return;
    if (await wasJustAsked(trx, account.id, purpose)) return;
    await announce(trx, { event: EVENTS[purpose], accountId: account.id });
  });
};

export default { requestLink };
