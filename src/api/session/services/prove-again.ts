import type { Account } from '../../../access/client';
import { sessionKey } from '../../../access/sign-in';
import { refuse } from '../../../contract/refuse';
import type { SecondStepProof } from '../../../contract/second-step';
import { database } from '../../../db';
import type { From } from '../../../http/from';
import { lockout, twoFactor } from '../../../plugin-services';
import { noteSecurityEvent } from '../../security-event/services/note';
import { secondStepAttempt } from '../second-step/attempt';

/** What can be proved in a session without anything being sent. */
export type ProofAgain = Extract<SecondStepProof, { method: 'totp' | 'passkey' }>;

/** What the browser needs to prove, in this session, a passkey of the account. */
export const beginProofAgain = (account: Account) =>
  twoFactor('passkeys').askToProve({ subject: account.documentId, boundTo: sessionKey(account) });

/** Refuses unless the second step is right; it counts, and is counted, as at sign-in. For who is signed in already. */
export const proveAgain = async (account: Account, proof: ProofAgain, from: From): Promise<void> => {
  const { subject, attempt } = secondStepAttempt(account, from);
  const { allowed } = await lockout().reserve(subject, attempt);
  if (!allowed) throw refuse('account-locked', 'Too many wrong codes');
  const given = proof.method === 'passkey' ? proof.response : proof.code;
  const challenge = sessionKey(account);
  if (!(await twoFactor('methods').verify(account.documentId, proof.method, { challenge, given }))) {
    await lockout().fail(subject);
    const actor = { kind: 'client', ...from } as const;
    const noted = { label: account.userName, account, actor, detail: proof.method };
    await noteSecurityEvent(database(), { ...noted, event: 'second-step-refused' });
    throw refuse('wrong-code', 'Wrong, old or used code, or one of another session');
  }
  await lockout().succeed(subject);
};

export default { beginProofAgain, proveAgain };
