import type { AccountRow, Db, Trx } from '../../../db';
import { endLinks } from '../mailed-link';

type Pending = Pick<AccountRow, 'pending_email' | 'pending_email_until'>;

/** The address that is to take the other one's place; null where there is none, or its time is over. */
export const pendingEmail = (
  { pending_email: email, pending_email_until: until }: Pending,
  now = new Date(),
): string | null => (until !== null && new Date(until) > now ? email : null);

/**
 * Whether the address is still the one that was asked for, and no other account's. Asked when its link is made, and
 * not when it was asked for: so nobody learns from an answer whose addresses are known here.
 */
export const isFreeAndPending = async (db: Db, accountId: number, email: string | null): Promise<boolean> => {
  const pending: unknown = await db('up_users').where({ id: accountId, pending_email: email }).first('id');
  if (pending === undefined || email === null) return false;
  const other: unknown = await db('up_users')
    .whereNot({ id: accountId })
    .where((either) => void either.where({ email }).orWhere({ username: email }))
    .first('id');
  return other === undefined;
};

/** Ends a change that was asked for, and the link to it. */
export const forgetPendingEmail = async (trx: Trx, accountId: number): Promise<void> => {
  await trx('up_users').where({ id: accountId }).update({ pending_email: null, pending_email_until: null });
  await endLinks(trx, accountId, 'email-change');
};
