import type { ExtraAccount, ExtraAccountList } from '../../contract/extra-account';
import { moment, type AccountRow } from '../../db';
import type { Managed } from './services/list';

const stateOf = ({ blocked, activated_at }: AccountRow): ExtraAccount['state'] => {
  // SQLite keeps truth as 1 and 0.
  if (blocked) return 'blocked';
  return activated_at === null ? 'invited' : 'active';
};

export const presentExtraAccount = (row: AccountRow): ExtraAccount => ({
  id: row.document_id,
  email: row.known_as ?? row.email,
  state: stateOf(row),
  addedAt: moment(row.created_at),
});

export const presentExtraAccounts = ({ accounts, abilities }: Managed): ExtraAccountList => ({
  accounts: accounts.map(presentExtraAccount),
  abilities,
});
