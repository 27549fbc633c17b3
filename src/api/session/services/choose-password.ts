import { refuse } from '../../../contract/refuse';
import type { PasswordChoice } from '../../../contract/session';
import { inTransaction, type Trx } from '../../../db';
import type { From } from '../../../http/from';
import { announce } from '../../notification/announce';
import { useLink } from '../mailed-link';
import { hashPassword, requireGoodPassword } from '../password';
import { startSession } from '../start-session';

/** A new password ends every session of the account: whoever knew the old one is out. */
const setPassword = async (trx: Trx, accountId: number, hash: string): Promise<void> => {
  const now = new Date();
  await trx('up_users').where({ id: accountId }).update({ password: hash, updated_at: now });
  await trx('sessions').where({ account_id: accountId }).delete();
};

const activate = async (trx: Trx, accountId: number, from: From): Promise<{ token: string }> => {
  const now = new Date();
  await trx('up_users').where({ id: accountId }).update({ activated_at: now, confirmed: true });
  await announce(trx, { event: 'account-ready', accountId });
  return startSession(trx, accountId, from);
};

/**
 * Uses up a mailed link and sets the password. After an activation the client is signed in (R4);
 * after a reset not, so that a reset never takes the place of a sign-in (R10).
 */
export const choosePassword = async (
  { token, password }: PasswordChoice,
  from: From,
): Promise<{ token: string | null }> => {
  requireGoodPassword(password);
  const hash = await hashPassword(password);
  return inTransaction(async (trx) => {
    const link = await useLink(trx, token);
    if (link === undefined) throw refuse('link-invalid', 'Unknown, used or old link');
    await setPassword(trx, link.account_id, hash);
    if (link.purpose === 'activation') return activate(trx, link.account_id, from);
    await announce(trx, { event: 'password-changed', accountId: link.account_id });
    return { token: null };
  });
};

export default { choosePassword };
