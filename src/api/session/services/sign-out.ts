import type { Account } from '../../../access/client';
import { database } from '../../../db';

/** Ends the session at once: the next request with its cookie is nobody's. */
export const signOut = async (account: Account): Promise<void> => {
  await database()('sessions').where({ id: account.sessionId }).delete();
};

export default { signOut };
