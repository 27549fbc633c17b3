import { find } from '../../../access/find';
import { accountsOf, type Staff } from '../../../access/staff';
import type { SecurityEvent } from '../../../contract/security-event';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction, type AccountRow, type Trx } from '../../../db';
import { lockout, twoFactor } from '../../../plugin-services';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { endSessions } from '../../session/end-sessions';
import { holdAccount } from '../../session/hold-account';
import { endSignIns } from '../../session/second-step/sign-in-under-way';
import { blockAccount } from '../block-account';
import { endAccount } from '../end-account';
import { locksOf } from './desk-list';

/** Finds an account of a client of theirs and holds it, so that who is at work with it waits. */
const held = async (trx: Trx, staff: Staff, id: unknown): Promise<AccountRow> => {
  const account = await find(trx, 'up_users', accountsOf(staff), id);
  if (!(await holdAccount(trx, { id: account.id, client_id: account.client_id })))
    throw refuse('not-found', 'The account was deleted meanwhile');
  return account;
};

const note = (trx: Trx, staff: Staff, event: SecurityEvent, account: AccountRow): Promise<void> =>
  noteSecurityEvent(trx, {
    event,
    label: account.known_as ?? account.username,
    ...(account.client_id !== null && { account: { id: account.id, clientId: account.client_id } }),
    actor: { kind: 'staff', name: staff.name },
  });

/** Blocks one account, or lets it in again; the client's other ones stay as they are. */
export const setAccountBlocked = (staff: Staff, id: unknown, blocked: boolean): Promise<void> =>
  inTransaction(async (trx) =>
    blockAccount(trx, staff, await find(trx, 'up_users', accountsOf(staff), id), blocked),
  );

/** Opens every lock of an account: for everybody, for the devices it knows, and of its second step. */
export const unlockAccount = async (staff: Staff, id: unknown): Promise<void> => {
  const { username } = await find(database(), 'up_users', accountsOf(staff), id);
  let opened = 0;
  for (const lock of await locksOf([username])) {
    if ((await lockout().unlock({ id: lock.id })) === undefined) continue;
    opened += 1;
    await strapi.eventHub.emit('lockout.unlocked', { lock, by: staff.name });
  }
  if (opened === 0) throw refuse('not-found', 'The account is not locked');
};

/** Ends every session of an account and every sign-in under way; who knows the password may sign in anew (ASVS 7.4.5). */
export const endAccountSessions = (staff: Staff, id: unknown): Promise<void> =>
  inTransaction(async (trx) => {
    const account = await held(trx, staff, id);
    if ((await endSessions(trx, account.id)) > 0) await note(trx, staff, 'sessions-ended', account);
  });

/**
 * Removes every method and the recovery code of an account, for who has lost them all. They are told by mail; where
 * the firm asks for a second step, the next sign-in sets up a new one.
 */
export const resetSecondStep = (staff: Staff, id: unknown): Promise<void> =>
  inTransaction(async (trx) => {
    const account = await held(trx, staff, id);
    const removed = await twoFactor('methods').removeAll(account.document_id, trx);
    if (removed === 0) throw refuse('not-found', 'The account has no second step');
    await twoFactor('recovery').remove(account.document_id, trx);
    await endSignIns(trx, account.id);
    await note(trx, staff, 'second-step-reset', account);
    await announce(trx, { event: 'second-step-reset', accountId: account.id });
  });

/** Deletes an extra account; the main login is the client's own, and can only be blocked. */
export const deleteForDesk = (staff: Staff, id: unknown): Promise<void> =>
  inTransaction(async (trx) => {
    const account = await find(trx, 'up_users', accountsOf(staff), id);
    const main = await trx('up_users')
      .where({ client_id: account.client_id })
      .min('id as id')
      .first<{ id: number }>();
    if (main.id === account.id) throw refuse('not-allowed', 'The main login of a client stays');
    await endAccount(trx, account);
    await note(trx, staff, 'account-deleted', account);
  });

export default { setAccountBlocked, unlockAccount, endAccountSessions, resetSecondStep, deleteForDesk };
