import type { Account } from '../../../access/client';
import { requireConfirmed } from '../../../access/confirmed';
import { isStillSignedIn } from '../../../access/session';
import type { PasswordChange } from '../../../contract/account';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction } from '../../../db';
import type { From } from '../../../http/from';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { hashPassword } from '../hashing';
import { holdAccount } from '../hold-account';
import { endLinks } from '../mailed-link';
import { requireGoodPassword } from '../password';
import { personOf } from '../person';
import { setPassword } from '../set-password';

/**
 * Changes the password in this session, and ends every other one and every mailed link. Of two changes at once in
 * two sessions the first counts: it has ended the session of the second.
 */
export const changePassword = async (
  account: Account,
  { password }: PasswordChange,
  from: From,
): Promise<void> => {
  requireConfirmed(account);
  await requireGoodPassword(password, await personOf(database(), account.id));
  const hash = await hashPassword(password);
  await inTransaction(async (trx) => {
    const isHeld = await holdAccount(trx, { id: account.id, blocked: false });
    if (!isHeld || !(await isStillSignedIn(trx, account)))
      throw refuse('not-signed-in', 'The session was ended meanwhile');
    await setPassword(trx, account.id, hash, account.sessionId);
    await endLinks(trx, account.id, 'reset');
    await announce(trx, { event: 'password-changed', accountId: account.id });
    const actor = { kind: 'client', ...from } as const;
    await noteSecurityEvent(trx, { event: 'password-changed', label: account.email, account, actor });
  });
};

export default { changePassword };
