import type { Account } from '../../../access/client';
import type { Confirmation } from '../../../contract/confirmation';
import { refuse } from '../../../contract/refuse';
import type { PendingSignIn } from '../../../contract/second-step';
import { database, inTransaction, type AccountRow, type Trx } from '../../../db';
import type { From } from '../../../http/from';
import { lockout, twoFactor } from '../../../plugin-services';
import { holdAccount } from '../hold-account';
import { isPassword } from '../hashing';
import { reserveAttempt } from '../lock/attempt';
import { markConfirmed, type Confirmed } from '../second-step/mark-confirmed';
import { pendingSignIn } from '../second-step/ways';

type Known = Pick<AccountRow, 'username' | 'password'>;

const known = async ({ id }: Account): Promise<Known> => {
  const row = await database()('up_users').where({ id }).first<Known | undefined>('username', 'password');
  if (row === undefined) throw refuse('not-signed-in', 'The account is gone');
  return row;
};

/** What is missing yet: the second step, in a challenge that this session alone has. */
const waitForStep = async (trx: Trx, account: Account): Promise<PendingSignIn> => {
  const challenge = await twoFactor('challenges').open(account.documentId, trx);
  await trx('sessions').where({ id: account.sessionId }).update({ challenge });
  return pendingSignIn({ state: 'second-step', challenge, account }, trx);
};

/** While the password was judged it may have been changed: then it was the wrong one. */
const goOn = (account: Account, password: string | null): Promise<Confirmed | PendingSignIn> =>
  inTransaction(async (trx) => {
    if (!(await holdAccount(trx, { id: account.id, password, blocked: false })))
      throw refuse('wrong-credentials', 'The password was changed meanwhile');
    const methods = await twoFactor('methods').list(account.documentId, trx);
    return methods.length === 0 ? markConfirmed(trx, account) : waitForStep(trx, account);
  });

/**
 * Proves in this session, for ten minutes, that who is there knows the password; an account with a second step proves
 * that next. Wrong ones count as wrong sign-ins do: an open screen is no place to guess.
 */
export const confirm = async (
  account: Account,
  { password }: Confirmation,
  from: From,
): Promise<Confirmed | PendingSignIn> => {
  const stored = await known(account);
  const subject = await reserveAttempt(stored.username, stored, from);
  if (!(await isPassword(stored.password, password))) {
    await lockout().fail(subject);
    throw refuse('wrong-password', 'The wrong password');
  }
  await lockout().succeed(subject);
  return goOn(account, stored.password);
};

export default { confirm };
