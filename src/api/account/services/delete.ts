import { extraAccountsOf, type Account } from '../../../access/client';
import { requireConfirmed } from '../../../access/confirmed';
import { find } from '../../../access/find';
import { isStillSignedIn } from '../../../access/session';
import { refuse } from '../../../contract/refuse';
import { inTransaction } from '../../../db';
import type { From } from '../../../http/from';
import { noteSecurityEvent } from '../../security-event/services/note';
import { holdAccount } from '../../session/hold-account';
import { endAccount } from '../end-account';

/** The main login deletes an account that it has added, having just proved again who it is. */
export const deleteAccount = async (account: Account, id: unknown, from: From): Promise<void> => {
  requireConfirmed(account);
  await inTransaction(async (trx) => {
    const isHeld = await holdAccount(trx, { id: account.id, blocked: false });
    if (!isHeld || !(await isStillSignedIn(trx, account)))
      throw refuse('not-signed-in', 'The session was ended meanwhile');
    const extra = await find(trx, 'up_users', extraAccountsOf(account), id);
    await endAccount(trx, extra);
    await noteSecurityEvent(trx, {
      event: 'account-deleted',
      label: extra.known_as ?? extra.email,
      account: { id: extra.id, clientId: account.clientId },
      actor: { kind: 'client', ...from },
    });
  });
};

export default { deleteAccount };
