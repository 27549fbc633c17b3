import type { SignInUnderWay } from '../../../access/sign-in';
import { refuse } from '../../../contract/refuse';
import type { SecondStepProof } from '../../../contract/second-step';
import { database, inTransaction, type Trx } from '../../../db';
import { lockout, twoFactor } from '../../../plugin-services';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { completeSignIn, type SignedIn } from '../complete-sign-in';
import { secondStepAttempt } from '../second-step/attempt';
import { useSignIn } from '../second-step/sign-in-under-way';
import type { From } from '../../../http/from';

const isProven = ({ account, challenge }: SignInUnderWay, proof: SecondStepProof): Promise<boolean> => {
  if (proof.method === 'recovery') return twoFactor('recovery').isCurrent(account.documentId, proof.code);
  const given = proof.method === 'passkey' ? proof.response : proof.code;
  return twoFactor('methods').verify(account.documentId, proof.method, { challenge, given });
};

/** A recovery code is good once, and another takes its place (R25). */
const replaceRecoveryCode = async (
  trx: Trx,
  { account }: SignInUnderWay,
  code: string,
  from: From,
): Promise<string> => {
  const isUsed = await twoFactor('recovery').use(account.documentId, code, trx);
  if (!isUsed) throw refuse('wrong-code', 'The recovery code was used meanwhile');
  const actor = { kind: 'client', ...from } as const;
  const noted = { label: account.userName, account, actor };
  await noteSecurityEvent(trx, { ...noted, event: 'recovery-code-used' });
  await noteSecurityEvent(trx, { ...noted, event: 'recovery-code-made' });
  await announce(trx, { event: 'recovery-code-used', accountId: account.id });
  return twoFactor('recovery').make(account.documentId, trx);
};

const complete = (signIn: SignInUnderWay, proof: SecondStepProof, from: From): Promise<SignedIn> =>
  inTransaction(async (trx) => {
    await useSignIn(trx, signIn);
    const recoveryCode =
      proof.method === 'recovery' ? await replaceRecoveryCode(trx, signIn, proof.code, from) : null;
    return { ...(await completeSignIn(trx, signIn.account, from, proof.method)), recoveryCode };
  });

/** What the browser needs to prove a passkey of the account, in this sign-in alone. */
export const beginPasskeyStep = ({ account, challenge }: SignInUnderWay) =>
  twoFactor('passkeys').askToProve({ subject: account.documentId, boundTo: challenge });

/**
 * Judges the second step and signs in. A try of the sign-in and one of the account are counted before anything is
 * judged; what is wrong, too old, used or from another sign-in is refused in the same words.
 */
export const takeSecondStep = async (
  signIn: SignInUnderWay,
  proof: SecondStepProof,
  from: From,
): Promise<SignedIn> => {
  const { account, challenge } = signIn;
  const hasTry = await twoFactor('challenges').takeTry(challenge, account.documentId);
  if (!hasTry) throw refuse('sign-in-over', 'No try is left in this sign-in');
  const { subject, attempt } = secondStepAttempt(account, from);
  const { allowed } = await lockout().reserve(subject, attempt);
  if (!allowed) throw refuse('account-locked', 'Too many wrong codes');
  if (!(await isProven(signIn, proof))) {
    await lockout().fail(subject);
    const actor = { kind: 'nobody', ...from } as const;
    const noted = { label: account.userName, account, actor, detail: proof.method };
    await noteSecurityEvent(database(), { ...noted, event: 'second-step-refused' });
    throw refuse('wrong-code', 'Wrong, old or used code, or one of another sign-in');
  }
  const signedIn = await complete(signIn, proof, from);
  await lockout().succeed(subject);
  return signedIn;
};

export default { beginPasskeyStep, takeSecondStep };
