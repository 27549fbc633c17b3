import type { Staff } from '../../access/staff';
import { LINK_PURPOSES } from '../../contract/session';
import type { AccountRow, Trx } from '../../db';
import { endCodes } from '../activation/code';
import { noteSecurityEvent } from '../security-event/services/note';
import { forgetPendingEmail } from '../session/email-change/pending';
import { endSessions } from '../session/end-sessions';
import { holdAccount } from '../session/hold-account';
import { endLinks } from '../session/mailed-link';

type Known = Pick<AccountRow, 'id' | 'username' | 'client_id'>;

/** Blocks one account with all that it holds open, or lets it in again; nothing where it is so already. */
export const blockAccount = async (
  trx: Trx,
  staff: Staff,
  { id, username, client_id: clientId }: Known,
  blocked: boolean,
): Promise<void> => {
  // Who is at work with this account waits, and finds it blocked.
  if (clientId === null || !(await holdAccount(trx, { id, client_id: clientId, blocked: !blocked }))) return;
  await trx('up_users').where({ id }).update({ blocked });
  await endSessions(trx, id);
  for (const purpose of LINK_PURPOSES) await endLinks(trx, id, purpose);
  await endCodes(trx, id);
  await forgetPendingEmail(trx, id);
  await noteSecurityEvent(trx, {
    event: blocked ? 'blocked' : 'unblocked',
    label: username,
    account: { id, clientId },
    actor: { kind: 'staff', name: staff.name },
  });
};
