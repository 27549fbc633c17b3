import { find } from '../../../access/find';
import { clientsOf, type Staff } from '../../../access/staff';
import type { DeskSecondStep } from '../../../contract/second-step';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction, type AccountRow, type Db } from '../../../db';
import { twoFactor } from '../../../plugin-services';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { holdAccount } from '../../session/hold-account';
import { endSignIns } from '../../session/second-step/sign-in-under-way';

/** The client's own account: the first one; the others were added by it (R92). */
const ownAccount = (db: Db, clientId: number): Promise<AccountRow | undefined> =>
  db('up_users').where({ client_id: clientId }).orderBy('id').first<AccountRow | undefined>();

/** Which second step the client's account has; nothing more of it is for staff to know. */
export const secondStepOfClient = async (staff: Staff, id: unknown): Promise<DeskSecondStep> => {
  const client = await find(database(), 'clients', clientsOf(staff), id);
  const account = await ownAccount(database(), client.id);
  if (account === undefined) return { methods: [] };
  const methods = await twoFactor('methods').list(account.document_id);
  return { methods: [...new Set(methods.map(({ kind }) => kind))] };
};

/**
 * Removes every method and the recovery code of the client's account, for who has lost them all. The client is told
 * by mail; where the firm asks for a second step, the next sign-in sets up a new one.
 */
export const resetSecondStep = (staff: Staff, id: unknown): Promise<void> =>
  inTransaction(async (trx) => {
    const client = await find(trx, 'clients', clientsOf(staff), id);
    const account = await ownAccount(trx, client.id);
    if (account === undefined || !(await holdAccount(trx, { id: account.id })))
      throw refuse('not-found', 'The client has no account');
    const removed = await twoFactor('methods').removeAll(account.document_id, trx);
    if (removed === 0) throw refuse('not-found', 'The account has no second step');
    await twoFactor('recovery').remove(account.document_id, trx);
    await endSignIns(trx, account.id);
    await noteSecurityEvent(trx, {
      event: 'second-step-reset',
      label: account.username,
      account: { id: account.id, clientId: client.id },
      actor: { kind: 'staff', name: staff.name },
    });
    await announce(trx, { event: 'second-step-reset', accountId: account.id });
  });

export default { secondStepOfClient, resetSecondStep };
