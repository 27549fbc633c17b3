import type { Account } from '../../../access/client';
import { inTransaction } from '../../../db';
import type { From } from '../../../http/from';
import { noteSecurityEvent } from '../../security-event/services/note';

/** Ends the session at once: the next request with its cookie is nobody's. */
export const signOut = (account: Account, from: From): Promise<void> =>
  inTransaction(async (trx) => {
    await trx('sessions').where({ id: account.sessionId }).delete();
    const actor = { kind: 'client', ...from } as const;
    await noteSecurityEvent(trx, { event: 'signed-out', label: account.email, account, actor });
  });

export default { signOut };
