import type { Account } from '../../../access/client';
import { requireConfirmed } from '../../../access/confirmed';
import { isStillSignedIn } from '../../../access/session';
import { EMAIL_CHANGE_HOURS, type EmailChange, type OwnEmail } from '../../../contract/email-change';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction, minutesFrom, type AccountRow, type Trx } from '../../../db';
import type { From } from '../../../http/from';
import { twoFactor } from '../../../plugin-services';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { forgetPendingEmail, pendingEmail } from '../email-change/pending';
import { holdAccount } from '../hold-account';

/** Each sends a mail to somebody who may not have asked for it. */
const A_DAY = { max: 10, minutes: 24 * 60 };

export const ownEmail = async ({ id }: Account): Promise<OwnEmail> => {
  const row = await database()('up_users').where({ id }).first<AccountRow>();
  return { email: row.email, pendingEmail: pendingEmail(row) };
};

const hold = async (trx: Trx, account: Account): Promise<void> => {
  const isHeld = await holdAccount(trx, { id: account.id, blocked: false });
  if (!isHeld || !(await isStillSignedIn(trx, account)))
    throw refuse('not-signed-in', 'The session was ended meanwhile');
};

/**
 * Writes down which address the client wants, and has a link mailed to it; until that is used everything stays as it
 * is. The address so far is told at once. Whether the other one is known here is not even looked up.
 */
export const askEmailChange = async (account: Account, { email }: EmailChange, from: From): Promise<void> => {
  requireConfirmed(account);
  if (email === account.email)
    throw refuse('invalid-input', 'The address is the account’s own', { fields: ['email'] });
  const isUnderCap = await twoFactor('caps').take([{ key: `email-change:${account.documentId}`, ...A_DAY }]);
  if (!isUnderCap) throw refuse('too-many-tries', 'Too many changes of address in a day');
  await inTransaction(async (trx) => {
    await hold(trx, account);
    await forgetPendingEmail(trx, account.id);
    const until = minutesFrom(new Date(), EMAIL_CHANGE_HOURS * 60);
    await trx('up_users')
      .where({ id: account.id })
      .update({ pending_email: email, pending_email_until: until });
    await announce(trx, { event: 'email-change-asked', accountId: account.id, recipient: account.email });
    await announce(trx, { event: 'email-change-link', accountId: account.id, recipient: email });
    const actor = { kind: 'client', ...from } as const;
    const noted = { label: account.email, account, actor, detail: email };
    await noteSecurityEvent(trx, { ...noted, event: 'email-change-asked' });
  });
};

/** The client stays with the address so far. */
export const dropEmailChange = (account: Account): Promise<void> =>
  inTransaction(async (trx) => {
    await hold(trx, account);
    await forgetPendingEmail(trx, account.id);
  });

export default { ownEmail, askEmailChange, dropEmailChange };
