import { find } from '../../../access/find';
import { clientsOf, type Staff } from '../../../access/staff';
import { refuse } from '../../../contract/refuse';
import { inTransaction, type AccountRow, type ClientRow } from '../../../db';
import { blockAccount } from '../../account/block-account';

/**
 * Blocks every account of a client, or lets them in again. Blocking ends sessions, sign-ins under way, mailed
 * links and codes at once. No mail is written: a mailbox may be the reason, and the firm itself tells its client.
 */
export const setBlocked = (staff: Staff, id: unknown, blocked: boolean): Promise<ClientRow> =>
  inTransaction(async (trx) => {
    const client = await find(trx, 'clients', clientsOf(staff), id);
    const accounts = await trx('up_users')
      .where({ client_id: client.id })
      .orderBy('id')
      .select<AccountRow[]>();
    if (accounts.length === 0) throw refuse('not-invited', `Client ${client.number} has no account`);
    for (const account of accounts) await blockAccount(trx, staff, account, blocked);
    return client;
  });

export default { setBlocked };
