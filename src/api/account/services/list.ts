import { companyManagedBy, extraAccountsOf, type Account } from '../../../access/client';
import { EXTRA_ACCOUNTS_MAX, type ExtraAccountList } from '../../../contract/extra-account';
import { database, type AccountRow, type Db } from '../../../db';

export interface Managed {
  accounts: AccountRow[];
  abilities: ExtraAccountList['abilities'];
}

/** Whether the account is the main login of a company. */
export const managesAccounts = async (db: Db, account: Account): Promise<boolean> => {
  const company: unknown = await db('clients').modify(companyManagedBy(account)).first('clients.id');
  return company !== undefined;
};

/** The accounts that the main login has added, in their order. */
export const extraAccounts = async (account: Account): Promise<Managed> => {
  const db = database();
  const accounts = await db('up_users')
    .modify(extraAccountsOf(account))
    .orderBy('up_users.id')
    .select<AccountRow[]>('up_users.*');
  const manage = await managesAccounts(db, account);
  return { accounts, abilities: { manage, add: manage && accounts.length < EXTRA_ACCOUNTS_MAX } };
};

export default { extraAccounts };
