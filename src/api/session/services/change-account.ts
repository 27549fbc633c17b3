import type { Account } from '../../../access/client';
import type { AccountChange } from '../../../contract/session';
import { database } from '../../../db';

/** The language takes effect at once and stays for the next sign-in (R90). */
export const changeAccount = async (account: Account, { language }: AccountChange): Promise<Account> => {
  await database()('up_users').where({ id: account.id }).update({ language, updated_at: new Date() });
  return { ...account, language };
};

export default { changeAccount };
