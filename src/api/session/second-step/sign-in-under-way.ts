import type { Person, SignInUnderWay } from '../../../access/sign-in';
import { hashToken, newToken } from '../../../access/token';
import { refuse } from '../../../contract/refuse';
import { insertRow, minutesFrom, type Trx } from '../../../db';
import { twoFactor } from '../../../plugin-services';
import { holdAccount } from '../hold-account';

/** How long a right password waits for its second step. */
const MINUTES = 10;

/** Begins a sign-in that waits; its token is known to the browser alone. */
export const beginSignIn = async (
  trx: Trx,
  account: Person,
  state: SignInUnderWay['state'],
): Promise<{ token: string; challenge: string }> => {
  const now = new Date();
  await trx('sign_ins').where('ends_at', '<', now).delete();
  const token = newToken();
  const challenge = await twoFactor('challenges').open(account.documentId, trx);
  const values = { token_hash: hashToken(token), account_id: account.id, state, challenge };
  await insertRow(trx, 'sign_ins', { ...values, ends_at: minutesFrom(now, MINUTES) });
  return { token, challenge };
};

/**
 * Uses a sign-in up, with the account held until the transaction ends: of two who would complete it at once, one
 * does; who was blocked meanwhile, or got another password, does not.
 */
export const useSignIn = async (trx: Trx, { id, challenge, account }: SignInUnderWay): Promise<void> => {
  const isHeld = await holdAccount(trx, { id: account.id, blocked: false });
  const used: number = await trx('sign_ins').where({ id }).where('ends_at', '>', new Date()).delete();
  if (!isHeld || used !== 1) throw refuse('sign-in-over', 'The sign-in was used, or ended meanwhile');
  await twoFactor('challenges').close(challenge, trx);
};

/** Ends every sign-in of the account that is under way: what it waits for may be another thing now. */
export const endSignIns = async (trx: Trx, accountId: number): Promise<void> => {
  await trx('sign_ins').where({ account_id: accountId }).delete();
};
