import type { Account } from '../../../access/client';
import type { Confirmation } from '../../../contract/account';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction, type AccountRow } from '../../../db';
import type { From } from '../../../http/from';
import { lockout } from '../../../plugin-services';
import { holdAccount } from '../hold-account';
import { isPassword } from '../hashing';
import { reserveAttempt } from '../lock/attempt';

type Known = Pick<AccountRow, 'username' | 'password'>;

const known = async ({ id }: Account): Promise<Known> => {
  const row = await database()('up_users').where({ id }).first<Known | undefined>('username', 'password');
  if (row === undefined) throw refuse('not-signed-in', 'The account is gone');
  return row;
};

/** While the password was judged it may have been changed: then it was the wrong one. */
const noteConfirmation = (account: Account, password: string | null): Promise<void> =>
  inTransaction(async (trx) => {
    if (!(await holdAccount(trx, { id: account.id, password, blocked: false })))
      throw refuse('wrong-credentials', 'The password was changed meanwhile');
    await trx('sessions').where({ id: account.sessionId }).update({ confirmed_at: new Date() });
  });

/**
 * Proves in this session, for ten minutes, that who is there knows the password. Wrong ones count as wrong
 * sign-ins do: an open screen is no place to guess.
 */
export const confirm = async (account: Account, { password }: Confirmation, from: From): Promise<void> => {
  const stored = await known(account);
  const subject = await reserveAttempt(stored.username, stored, from);
  if (!(await isPassword(stored.password, password))) {
    await lockout().fail(subject);
    throw refuse('wrong-password', 'The wrong password');
  }
  await lockout().succeed(subject);
  await noteConfirmation(account, stored.password);
};

export default { confirm };
