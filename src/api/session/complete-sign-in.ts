import type { Person } from '../../access/sign-in';
import type { SecondStepWay } from '../../contract/second-step';
import type { Trx } from '../../db';
import { noteSecurityEvent } from '../security-event/services/note';
import type { From } from '../../http/from';
import { startSession } from './start-session';

/** What somebody was last asked for before they were let in. */
export type LastStep = SecondStepWay | 'password' | 'activation';

/** Somebody who is fully signed in. */
export interface SignedIn {
  state: 'signed-in';
  token: string;
  account: Person;
  /** A new one, to be told this once. */
  recoveryCode: string | null;
}

/** The end of every sign-in, and the only place where one becomes a session. */
export const completeSignIn = async (
  trx: Trx,
  account: Person,
  from: From,
  lastStep: LastStep,
): Promise<SignedIn> => {
  const { token } = await startSession(trx, account.id, from);
  await noteSecurityEvent(trx, {
    event: 'signed-in',
    label: account.userName,
    account,
    actor: { kind: 'client', ...from },
    detail: lastStep,
  });
  return { state: 'signed-in', token, account, recoveryCode: null };
};
