import type { Account } from '../../../access/client';
import type { Proving } from '../../../access/sign-in';
import { refuse } from '../../../contract/refuse';
import type { SecondStepProof } from '../../../contract/second-step';
import { inTransaction } from '../../../db';
import type { From } from '../../../http/from';
import { twoFactor } from '../../../plugin-services';
import { holdAccount } from '../hold-account';
import { judgeSecondStep } from '../second-step/judge';
import { markConfirmed, type Confirmed } from '../second-step/mark-confirmed';
import { replaceRecoveryCode } from '../second-step/replace-recovery-code';

/** What is to be proved in this session; refused where the password was not given again before. */
export const provingOf = (account: Account): Proving => {
  const { challenge } = account;
  if (challenge === null) throw refuse('confirmation-needed', 'The password was not given again');
  return { account, challenge };
};

const complete = (
  account: Account,
  challenge: string,
  proof: SecondStepProof,
  from: From,
): Promise<Confirmed> =>
  inTransaction(async (trx) => {
    if (!(await holdAccount(trx, { id: account.id, blocked: false })))
      throw refuse('not-signed-in', 'The account was blocked meanwhile');
    const confirmed = await markConfirmed(trx, account, { challenge });
    await twoFactor('challenges').close(challenge, trx);
    if (proof.method !== 'recovery') return confirmed;
    return { ...confirmed, recoveryCode: await replaceRecoveryCode(trx, account, proof.code, from) };
  });

/** Proves the second step again in this session, after the password; counted and refused as at a sign-in. */
export const confirmSecondStep = async (
  account: Account,
  proof: SecondStepProof,
  from: From,
): Promise<Confirmed> => {
  const proving = provingOf(account);
  const succeed = await judgeSecondStep(proving, proof, from, {
    actor: 'client',
    over: 'confirmation-needed',
  });
  const confirmed = await complete(account, proving.challenge, proof, from);
  await succeed();
  return confirmed;
};

export default { provingOf, confirmSecondStep };
