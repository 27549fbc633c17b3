import type { Proving } from '../../../access/sign-in';
import type { ErrorCode } from '../../../contract/errors';
import { refuse } from '../../../contract/refuse';
import type { SecondStepProof } from '../../../contract/second-step';
import { database } from '../../../db';
import type { From } from '../../../http/from';
import { lockout, twoFactor } from '../../../plugin-services';
import { noteSecurityEvent } from '../../security-event/services/note';
import { secondStepAttempt } from './attempt';

interface Occasion {
  /** Who is there: somebody who knows the password, or the client in a session. */
  actor: 'nobody' | 'client';
  /** How it is refused where no try is left. */
  over: ErrorCode;
}

const isProven = ({ account, challenge }: Proving, proof: SecondStepProof): Promise<boolean> => {
  if (proof.method === 'recovery') return twoFactor('recovery').isCurrent(account.documentId, proof.code);
  const given = proof.method === 'passkey' ? proof.response : proof.code;
  return twoFactor('methods').verify(account.documentId, proof.method, { challenge, given });
};

/**
 * Refuses unless the second step is right. A try of the challenge and one of the account are counted before anything
 * is judged; what is wrong, too old, used or from another challenge is refused in the same words. Gives what to call
 * when that which asked for it is done: only then is the account's count of wrong ones forgotten.
 */
export const judgeSecondStep = async (
  proving: Proving,
  proof: SecondStepProof,
  from: From,
  { actor, over }: Occasion,
): Promise<() => Promise<void>> => {
  const { account, challenge } = proving;
  const hasTry = await twoFactor('challenges').takeTry(challenge, account.documentId);
  if (!hasTry) throw refuse(over, 'No try is left in this challenge');
  const { subject, attempt } = secondStepAttempt(account, from);
  const { allowed } = await lockout().reserve(subject, attempt);
  if (!allowed) throw refuse('account-locked', 'Too many wrong codes');
  if (!(await isProven(proving, proof))) {
    await lockout().fail(subject);
    const noted = { label: account.userName, account, actor: { kind: actor, ...from }, detail: proof.method };
    await noteSecurityEvent(database(), { ...noted, event: 'second-step-refused' });
    throw refuse('wrong-code', 'Wrong, old or used code, or one of another challenge');
  }
  return () => lockout().succeed(subject);
};
