import { refuse } from '../../../contract/refuse';
import type { MailedLink } from '../../../contract/session';
import { inTransaction, type AccountRow } from '../../../db';
import { firmSettings } from '../../firm/services/settings';
import { unlockMark } from '../lock/subjects';
import { useLink } from '../mailed-link';

/**
 * Uses up a link from the mail about a lock: in this browser the account may be tried again, for an hour. It is
 * unlocked when somebody has signed in there, with the password and the second step where there is one.
 */
export const useUnlockLink = ({ token }: MailedLink): Promise<string> =>
  inTransaction(async (trx) => {
    const { selfUnlock } = await firmSettings(trx);
    const accountId = selfUnlock ? await useLink(trx, token, 'unlock') : undefined;
    if (accountId === undefined) throw refuse('link-invalid', 'Unknown, used or old link, or none are given');
    const account = await trx('up_users').where({ id: accountId }).first<AccountRow>('username', 'password');
    return unlockMark(account);
  });

export default { useUnlockLink };
