import type { Proving, SignInUnderWay } from '../../../access/sign-in';
import type { SecondStepProof } from '../../../contract/second-step';
import { inTransaction } from '../../../db';
import { twoFactor } from '../../../plugin-services';
import { completeSignIn, type SignedIn } from '../complete-sign-in';
import { judgeSecondStep } from '../second-step/judge';
import { replaceRecoveryCode } from '../second-step/replace-recovery-code';
import { useSignIn } from '../second-step/sign-in-under-way';
import type { From } from '../../../http/from';

const complete = (signIn: SignInUnderWay, proof: SecondStepProof, from: From): Promise<SignedIn> =>
  inTransaction(async (trx) => {
    const { account } = signIn;
    await useSignIn(trx, signIn);
    const recoveryCode =
      proof.method === 'recovery' ? await replaceRecoveryCode(trx, account, proof.code, from) : null;
    return { ...(await completeSignIn(trx, account, from, proof.method)), recoveryCode };
  });

/** What the browser needs to prove a passkey of the account, in this challenge alone. */
export const beginPasskeyStep = ({ account, challenge }: Proving) =>
  twoFactor('passkeys').askToProve({ subject: account.documentId, boundTo: challenge });

/** Judges the second step and signs in. */
export const takeSecondStep = async (
  signIn: SignInUnderWay,
  proof: SecondStepProof,
  from: From,
): Promise<SignedIn> => {
  const succeed = await judgeSecondStep(signIn, proof, from, { actor: 'nobody', over: 'sign-in-over' });
  const signedIn = await complete(signIn, proof, from);
  await succeed();
  return signedIn;
};

export default { beginPasskeyStep, takeSecondStep };
