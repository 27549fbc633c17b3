import { requireConfirmed } from '../../../access/confirmed';
import { isStillSignedIn } from '../../../access/session';
import type { Enroller, Person } from '../../../access/sign-in';
import type { MethodKind } from '../../../contract/second-step';
import { refuse } from '../../../contract/refuse';
import { inTransaction, type Trx } from '../../../db';
import { twoFactor } from '../../../plugin-services';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { completeSignIn } from '../complete-sign-in';
import { holdAccount } from '../hold-account';
import type { From } from '../../../http/from';
import { endSignIns, useSignIn } from './sign-in-under-way';

/** A method that was begun and has proved to work. */
export interface Proven {
  id: string;
  kind: MethodKind;
  /** What the table is to keep of it, where that is not what it was begun with. */
  data?: object;
  /** How far it was used while it was proved. */
  counter?: number;
}

/** What came of it: the token of a session only where the sign-in waited for this. */
export interface Added {
  account: Person;
  token: string | null;
  recoveryCode: string | null;
}

/** Called where a method is begun: who is signed in has just given the password again, who is not yet has too. */
export const requireMayEnrol = ({ account, signIn }: Enroller): void => {
  if (signIn === null) requireConfirmed(account);
};

const holdEnroller = async (trx: Trx, { account, signIn }: Enroller): Promise<void> => {
  if (signIn !== null) {
    await useSignIn(trx, signIn);
    // Somebody else who knows the password may have been here first.
    const methods = await twoFactor('methods').list(account.documentId, trx);
    if (methods.length > 0) throw refuse('sign-in-over', 'The account has a second step by now');
    return;
  }
  const isHeld = await holdAccount(trx, { id: account.id, blocked: false });
  if (!isHeld || !(await isStillSignedIn(trx, account)))
    throw refuse('not-signed-in', 'The session was ended meanwhile');
};

/** One number and one app an account: a new one takes the place of the old one. Passkeys may be several. */
const removeOthers = async (trx: Trx, { documentId }: Person, { id, kind }: Proven): Promise<void> => {
  if (kind === 'passkey') return;
  for (const method of await twoFactor('methods').list(documentId, trx))
    if (method.kind === kind && method.id !== id)
      await twoFactor('methods').remove(documentId, method.id, trx);
};

/** Whoever confirmed in another session did so without this method: they are asked again. */
const forgetConfirmations = async (trx: Trx, { account, signIn }: Enroller): Promise<void> => {
  const others = trx('sessions').where({ account_id: account.id });
  if (signIn === null) void others.whereNot({ id: account.sessionId });
  await others.update({ confirmed_at: null, challenge: null });
};

/** The first method brings a recovery code with it. */
const firstRecoveryCode = async (trx: Trx, account: Person, from: From): Promise<string | null> => {
  const recovery = twoFactor('recovery');
  if ((await recovery.madeAt(account.documentId, trx)) !== null) return null;
  const actor = { kind: 'client', ...from } as const;
  await noteSecurityEvent(trx, { event: 'recovery-code-made', label: account.userName, account, actor });
  return recovery.make(account.documentId, trx);
};

/**
 * Puts a method into use that has proved to work, tells the account's address, and completes the sign-in that
 * waited for it. All kinds of methods end here.
 */
export const addMethod = (enroller: Enroller, proven: Proven, from: From): Promise<Added> =>
  inTransaction(async (trx) => {
    const { account, signIn } = enroller;
    await holdEnroller(trx, enroller);
    const { id, kind, ...learnt } = proven;
    const isConfirmed = await twoFactor('methods').confirm(account.documentId, id, trx, learnt);
    if (!isConfirmed) throw refuse('wrong-code', 'The method was confirmed already, or is gone');
    await removeOthers(trx, account, proven);
    await endSignIns(trx, account.id);
    await forgetConfirmations(trx, enroller);
    const actor = { kind: 'client', ...from } as const;
    const noted = { label: account.userName, account, actor, detail: kind };
    await noteSecurityEvent(trx, { ...noted, event: 'second-step-added' });
    await announce(trx, { event: 'second-step-added', accountId: account.id });
    const recoveryCode = await firstRecoveryCode(trx, account, from);
    const token = signIn === null ? null : (await completeSignIn(trx, account, from, kind)).token;
    return { account, token, recoveryCode };
  });
