import type { AccountState } from '../../contract/client';
import type { AccountRow } from '../../db';

type Known = Pick<AccountRow, 'blocked'> & { invited_at: unknown; activated_at: unknown };

/** Where a client stands on the way into the portal. */
export const accountState = (account: Known): AccountState => {
  // SQLite keeps truth as 1 and 0.
  if (account.blocked) return 'blocked';
  if (account.activated_at !== null) return 'active';
  return account.invited_at === null ? 'none' : 'invited';
};
