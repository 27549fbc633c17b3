import { find } from '../../../access/find';
import { clientsOf, type Staff } from '../../../access/staff';
import { LINK_PURPOSES } from '../../../contract/session';
import { refuse } from '../../../contract/refuse';
import { inTransaction, type AccountRow, type ClientRow, type Trx } from '../../../db';
import { endCodes } from '../../activation/code';
import { noteSecurityEvent } from '../../security-event/services/note';
import { endSessions } from '../../session/end-sessions';
import { holdAccount } from '../../session/hold-account';
import { endLinks } from '../../session/mailed-link';

type Known = Pick<AccountRow, 'id' | 'username'>;

const blockAccount = async (trx: Trx, { id }: Known, blocked: boolean): Promise<boolean> => {
  // Who is at work with this account waits, and finds it blocked.
  if (!(await holdAccount(trx, { id, blocked: !blocked }))) return false;
  await trx('up_users').where({ id }).update({ blocked });
  await endSessions(trx, id);
  for (const purpose of LINK_PURPOSES) await endLinks(trx, id, purpose);
  await endCodes(trx, id);
  return true;
};

/**
 * Blocks every account of a client, or lets them in again. Blocking ends sessions, sign-ins under way, mailed
 * links and codes at once. No mail is written: a mailbox may be the reason, and the firm itself tells its client.
 */
export const setBlocked = (staff: Staff, id: unknown, blocked: boolean): Promise<ClientRow> =>
  inTransaction(async (trx) => {
    const client = await find(trx, 'clients', clientsOf(staff), id);
    const accounts: Known[] = await trx('up_users')
      .where({ client_id: client.id })
      .orderBy('id')
      .select<Known[]>('id', 'username');
    if (accounts.length === 0) throw refuse('not-invited', `Client ${client.number} has no account`);
    for (const account of accounts) {
      if (!(await blockAccount(trx, account, blocked))) continue;
      await noteSecurityEvent(trx, {
        event: blocked ? 'blocked' : 'unblocked',
        label: account.username,
        account: { id: account.id, clientId: client.id },
        actor: { kind: 'staff', name: staff.name },
      });
    }
    return client;
  });

export default { setBlocked };
