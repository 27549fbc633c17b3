import type { Person } from '../../../access/sign-in';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction } from '../../../db';
import type { From } from '../../../http/from';
import { lockout, twoFactor } from '../../../plugin-services';
import { noteSecurityEvent } from '../../security-event/services/note';
import { completeSignIn, type SignedIn } from '../complete-sign-in';
import { holdAccount } from '../hold-account';
import { asPerson, personRow } from '../person';
import { secondStepAttempt } from '../second-step/attempt';
import { network } from '../second-step/network';

const activePerson = async (documentId: string): Promise<Person | undefined> => {
  const row = await personRow(
    database(),
    (rows) =>
      void rows
        .where({ 'up_users.document_id': documentId, 'up_users.blocked': false })
        .whereNotNull('up_users.activated_at'),
  );
  return row && asPerson(row);
};

/** While the passkey was judged the account may have been blocked, or the passkey removed. */
const letIn = (account: Person, from: From): Promise<SignedIn> =>
  inTransaction(async (trx) => {
    if (!(await holdAccount(trx, { id: account.id, blocked: false })))
      throw refuse('wrong-code', 'The account was blocked meanwhile');
    return completeSignIn(trx, account, from, 'passkey');
  });

/** Sign-ins begun in a quarter of an hour from one network: what anybody may begin is kept no more often than this. */
const BEGUN = { max: 200, minutes: 15 };

/** What the browser needs for a sign-in without a name; `boundTo` is this browser. */
export const beginPasskeySignIn = async (boundTo: string, { address }: From) => {
  const isUnderCap = await twoFactor('caps').take([{ key: `passkey-address:${network(address)}`, ...BEGUN }]);
  if (!isUnderCap) throw refuse('too-many-tries', 'Too many sign-ins begun from one network');
  return twoFactor('passkeys').askToProve({ boundTo });
};

/**
 * Signs in by a passkey alone: the device is had, and it has verified its user, which are two steps in one. An
 * unknown passkey, a wrong answer and an account that is blocked or not active are refused alike.
 */
export const signInByPasskey = async (boundTo: string, given: unknown, from: From): Promise<SignedIn> => {
  const { subject, isRight } = await twoFactor('passkeys').owner({ boundTo, given });
  const account = subject === undefined ? undefined : await activePerson(subject);
  const wrong = refuse('wrong-code', 'No passkey of an active account, or not its answer');
  if (account === undefined) throw wrong;
  // Counted only when it is judged: nobody guesses a signature, and a stranger is not to lock anybody out.
  const { subject: counter, attempt } = secondStepAttempt(account, from);
  const { allowed } = await lockout().reserve(counter, attempt);
  if (!allowed && isRight) throw refuse('account-locked', 'Too many wrong codes');
  if (!isRight) {
    if (allowed) await lockout().fail(counter);
    const actor = { kind: 'nobody', ...from } as const;
    const noted = { label: account.userName, account, actor, detail: 'passkey' };
    await noteSecurityEvent(database(), { ...noted, event: 'sign-in-refused' });
    throw wrong;
  }
  const signedIn = await letIn(account, from);
  await lockout().succeed(counter);
  return signedIn;
};

export default { beginPasskeySignIn, signInByPasskey };
