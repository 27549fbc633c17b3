import type { AccountState } from '../../contract/client';
import type { AccountRow } from '../../db';
import { lockout } from '../../plugin-services';
import { strangersOf } from '../session/lock/subjects';

/** What an account's state is told by; all empty where a client has none. */
export interface Known {
  username: AccountRow['username'] | null;
  blocked: AccountRow['blocked'];
  invited_at: AccountRow['invited_at'];
  opened_at: AccountRow['opened_at'];
  activated_at: AccountRow['activated_at'];
}

/** The columns it is told by, of `up_users`. */
export const STATE_COLUMNS = ['username', 'blocked', 'invited_at', 'opened_at', 'activated_at'].map(
  (column) => `up_users.${column}`,
);

const stateOf = (account: Known, isLocked: boolean): AccountState => {
  // SQLite keeps truth as 1 and 0.
  if (account.blocked) return 'blocked';
  if (account.activated_at !== null) return isLocked ? 'locked' : 'active';
  if (account.invited_at === null) return 'none';
  return account.opened_at === null ? 'invited' : 'opened';
};

/** Where each client stands on the way into the portal, and which are locked out; one query for all. */
export const withStates = async <Row extends Known>(
  rows: Row[],
): Promise<(Row & { account_state: AccountState })[]> => {
  const subjectOf = ({ username }: Row): string => strangersOf(username ?? '');
  const active = rows.filter(({ activated_at: activatedAt }) => activatedAt !== null);
  const locked = await lockout().lockedAmong(active.map(subjectOf));
  return rows.map((row) => ({ ...row, account_state: stateOf(row, locked.has(subjectOf(row))) }));
};
