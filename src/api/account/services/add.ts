import { extraAccountsOf, type Account } from '../../../access/client';
import { requireConfirmed } from '../../../access/confirmed';
import { isStillSignedIn } from '../../../access/session';
import { EXTRA_ACCOUNTS_MAX, type NewAccount } from '../../../contract/extra-account';
import { refuse } from '../../../contract/refuse';
import {
  database,
  inTransaction,
  insertRow,
  insertUnlessTaken,
  newDocumentId,
  type AccountRow,
  type Inserted,
  type Trx,
} from '../../../db';
import type { From } from '../../../http/from';
import { twoFactor } from '../../../plugin-services';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { holdAccount } from '../../session/hold-account';
import { withoutAddress } from '../without-address';
import { managesAccounts } from './list';

/** Each may send a mail to somebody who did not ask for it; more than these in a day are nobody's colleagues. */
const ADDED_A_DAY = { max: 50, minutes: 24 * 60 };

/** Two who add at once take turns, so that the limit holds. */
const requireRoom = async (trx: Trx, account: Account, email: string): Promise<void> => {
  const isHeld = await holdAccount(trx, { id: account.id, blocked: false });
  if (!isHeld || !(await isStillSignedIn(trx, account)))
    throw refuse('not-signed-in', 'The session was ended meanwhile');
  const known = await trx('up_users').modify(extraAccountsOf(account)).select<AccountRow[]>('up_users.*');
  if (email === account.email || known.some((one) => (one.known_as ?? one.email) === email))
    throw refuse('account-exists', 'The company has an account with this address');
  if (known.length >= EXTRA_ACCOUNTS_MAX)
    throw refuse('too-many-accounts', `The company has ${EXTRA_ACCOUNTS_MAX} extra accounts`);
};

/** The address is another account's: who adds learns nothing of it, and whose it is learns of the wish. */
const insertWithoutAddress = async (
  trx: Trx,
  values: Record<string, unknown>,
  email: string,
): Promise<Inserted> => {
  const documentId = newDocumentId();
  const row = { ...values, ...withoutAddress(documentId, email), document_id: documentId };
  const owner = await trx('up_users')
    .where({ email })
    .whereNotNull('client_id')
    .first<{ id: number } | undefined>('id');
  if (owner !== undefined) await announce(trx, { event: 'address-taken', accountId: owner.id });
  return insertRow(trx, 'up_users', row);
};

const insertAccount = async (
  trx: Trx,
  account: Account,
  { email, language }: NewAccount,
): Promise<Inserted> => {
  const now = new Date();
  const client = { client_id: account.clientId, language, invited_at: now };
  const values = { ...client, provider: 'local', confirmed: false, blocked: false };
  const inserted = await insertUnlessTaken(trx, 'up_users', { ...values, email, username: email });
  if (inserted === undefined) return insertWithoutAddress(trx, values, email);
  // What there is to read is announced when it is activated: here, the time would tell that the address was free.
  await announce(trx, { event: 'invitation', accountId: inserted.id });
  return inserted;
};

/**
 * Adds an account of the same company and invites it by mail (R92). Only the main login may, having just proved again
 * who it is; it is told by mail itself. Where the address is another client's, the answer is the same.
 */
export const addAccount = async (account: Account, wish: NewAccount, from: From): Promise<AccountRow> => {
  if (!(await managesAccounts(database(), account)))
    throw refuse('not-allowed', 'Not the main login of a company');
  requireConfirmed(account);
  const isUnderCap = await twoFactor('caps').take([{ key: `accounts:${account.clientId}`, ...ADDED_A_DAY }]);
  if (!isUnderCap) throw refuse('too-many-tries', 'Too many accounts added in a day');
  return inTransaction(async (trx) => {
    await requireRoom(trx, account, wish.email);
    const { id } = await insertAccount(trx, account, wish);
    await noteSecurityEvent(trx, {
      event: 'account-added',
      label: wish.email,
      account: { id, clientId: account.clientId },
      actor: { kind: 'client', ...from },
    });
    await announce(trx, { event: 'account-added', accountId: account.id });
    return trx('up_users').where({ id }).first<AccountRow>();
  });
};

export default { addAccount };
