import { clientsOf, type Staff } from '../../../access/staff';
import { find } from '../../../access/find';
import { refuse } from '../../../contract/refuse';
import { inTransaction, type ClientRow } from '../../../db';
import { endCodes } from '../../activation/code';
import { noteSecurityEvent } from '../../security-event/services/note';
import { endLinks } from '../../session/mailed-link';
import { holdInvitable } from '../invitable';
import { ownAccount } from '../own-account';

/** Takes an invitation back: no link, code or mail of it opens anything any more, and a given name is free again. */
export const revokeInvitation = (staff: Staff, id: unknown): Promise<ClientRow> =>
  inTransaction(async (trx) => {
    const client = await find(trx, 'clients', clientsOf(staff), id);
    const account = await ownAccount(trx, client);
    if (account === undefined) throw refuse('not-invited', `Client ${client.number} was never invited`);
    await holdInvitable(trx, account);
    const taken: number = await trx('up_users')
      .where({ id: account.id })
      .whereNotNull('invited_at')
      .update({ invited_at: null, opened_at: null, username: account.email });
    if (taken === 0) throw refuse('not-invited', `Client ${client.number} is not invited`);
    await endLinks(trx, account.id, 'activation');
    await endCodes(trx, account.id);
    await noteSecurityEvent(trx, {
      event: 'invitation-revoked',
      label: account.username,
      account: { id: account.id, clientId: client.id },
      actor: { kind: 'staff', name: staff.name },
    });
    return client;
  });

export default { revokeInvitation };
