import type { Trx } from '../../db';
import { endSignIns } from './second-step/sign-in-under-way';

/** Ends the account's sessions, all or all but one, and its sign-ins under way. Says how many sessions there were. */
export const endSessions = async (trx: Trx, accountId: number, exceptSessionId?: number): Promise<number> => {
  await endSignIns(trx, accountId);
  return trx('sessions')
    .where({ account_id: accountId })
    .modify((sessions) => {
      if (exceptSessionId !== undefined) void sessions.whereNot({ id: exceptSessionId });
    })
    .delete();
};
