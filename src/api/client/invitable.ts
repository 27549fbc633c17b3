import { refuse } from '../../contract/refuse';
import type { UserNames } from '../../contract/user-name';
import type { Trx } from '../../db';
import { holdAccount } from '../session/hold-account';
import type { Known } from './account-state';
import type { OwnAccount } from './own-account';

/** Holds an account that was not activated yet; refuses one that was, or that the firm has blocked. */
export const holdInvitable = async (trx: Trx, { id }: OwnAccount): Promise<void> => {
  if (await holdAccount(trx, { id, activated_at: null, blocked: false })) return;
  const blocked: unknown = await trx('up_users').where({ id, blocked: true }).first('id');
  if (blocked !== undefined) throw refuse('not-allowed', `Account ${id} is blocked`);
  throw refuse('already-active', `Account ${id} is in use already`);
};

/** Whether staff are to say with which user name a client signs in (R6): as long as the address stands for it. */
export const isNameMissing = (userNames: UserNames, account: Partial<OwnAccount>): boolean =>
  userNames === 'given' && account.username === account.email;

/** The same of a row with the state of the account; who has no account yet has no name either. */
export const isNameless = (userNames: UserNames, { username }: Pick<Known, 'username'>, email: string) =>
  isNameMissing(userNames, { username: username ?? email, email });
