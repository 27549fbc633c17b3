import type { Person } from '../../access/sign-in';
import type { PendingSignIn } from '../../contract/second-step';
import type { Trx } from '../../db';
import { twoFactor } from '../../plugin-services';
import { firmSettings } from '../firm/services/settings';
import { completeSignIn, type SignedIn } from './complete-sign-in';
import { beginSignIn } from './second-step/sign-in-under-way';
import { pendingSignIn } from './second-step/ways';
import type { From } from '../../http/from';

/** A sign-in that is not complete: its token opens the second step, and nothing else. */
export interface Pending {
  state: 'pending';
  token: string;
  pending: PendingSignIn;
}

export type Entry = SignedIn | Pending;

const missingState = async (
  trx: Trx,
  { documentId }: Person,
): Promise<PendingSignIn['state'] | undefined> => {
  if ((await twoFactor('methods').list(documentId, trx)).length > 0) return 'second-step';
  const { secondStep } = await firmSettings(trx);
  return secondStep === 'compulsory' ? 'second-step-missing' : undefined;
};

/**
 * Lets in who has proved the first step: with a session where that is enough, else to the second step.
 * Every way in ends here, and so no way passes the second step by.
 */
export const enter = async (
  trx: Trx,
  account: Person,
  from: From,
  by: 'password' | 'activation',
): Promise<Entry> => {
  const state = await missingState(trx, account);
  if (state === undefined) return completeSignIn(trx, account, from, by);
  const { token, challenge } = await beginSignIn(trx, account, state);
  return { state: 'pending', token, pending: await pendingSignIn({ state, challenge, account }, trx) };
};
