import { sessionsOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import { database, inTransaction, type SessionRow } from '../../../db';
import type { From } from '../../../http/from';
import { noteSecurityEvent } from '../../security-event/services/note';
import { endSessions } from '../end-sessions';
import { holdAccount } from '../hold-account';

/** Where the account is signed in, this session first, then the one used last. */
export const ownSessions = async (account: Account): Promise<SessionRow[]> => {
  const rows = await database()('sessions')
    .modify(sessionsOf(account, new Date()))
    .orderBy('last_used_at', 'desc')
    .select<SessionRow[]>('sessions.*');
  const isCurrent = ({ id }: SessionRow): boolean => id === account.sessionId;
  return [...rows.filter(isCurrent), ...rows.filter((row) => !isCurrent(row))];
};

/** Ends one of the account's sessions; its next request is nobody's. */
export const endSession = (account: Account, id: unknown, from: From): Promise<void> =>
  inTransaction(async (trx) => {
    await holdAccount(trx, { id: account.id });
    const session = await find(trx, 'sessions', sessionsOf(account, new Date()), id);
    await trx('sessions').where({ id: session.id }).delete();
    const actor = { kind: 'client', ...from } as const;
    await noteSecurityEvent(trx, { event: 'session-ended', label: account.email, account, actor });
  });

/** Ends every session of the account but this one. */
export const endOtherSessions = (account: Account, from: From): Promise<void> =>
  inTransaction(async (trx) => {
    await holdAccount(trx, { id: account.id });
    if ((await endSessions(trx, account.id, account.sessionId)) === 0) return;
    const actor = { kind: 'client', ...from } as const;
    await noteSecurityEvent(trx, { event: 'sessions-ended', label: account.email, account, actor });
  });

export default { ownSessions, endSession, endOtherSessions };
