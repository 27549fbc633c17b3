import type { Account } from '../../../access/client';
import { requireConfirmed } from '../../../access/confirmed';
import { isStillSignedIn } from '../../../access/session';
import type { Enroller } from '../../../access/sign-in';
import type { MethodKind, SecondStepView } from '../../../contract/second-step';
import { refuse } from '../../../contract/refuse';
import { inTransaction, type Trx } from '../../../db';
import { twoFactor } from '../../../plugin-services';
import { firmSettings } from '../../firm/services/settings';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { holdAccount } from '../hold-account';
import { endSignIns } from '../second-step/sign-in-under-way';
import type { From } from '../../../http/from';

/** What can be set up at this firm; text messages only where they can be sent somewhere. */
const offeredKinds = (smsCountries: string[]): MethodKind[] => [
  ...(twoFactor('sms').isConfigured && smsCountries.length > 0 ? (['sms'] as const) : []),
  'totp',
  ...(twoFactor('passkeys').isPossible ? (['passkey'] as const) : []),
];

/** What stands under "My details" about the second step. */
export const secondStepOf = async ({ account }: Enroller): Promise<SecondStepView> => {
  const { secondStep, smsCountries, recoveryCodeByMail } = await firmSettings();
  const methods = await twoFactor('methods').list(account.documentId);
  const madeAt = await twoFactor('recovery').madeAt(account.documentId);
  return {
    isCompulsory: secondStep === 'compulsory',
    offered: offeredKinds(smsCountries),
    methods: methods.map(({ id, kind, label, confirmedAt, lastUsedAt }) => ({
      id,
      kind,
      label,
      addedAt: (confirmedAt ?? new Date(0)).toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    recoveryCodeMadeAt: madeAt?.toISOString() ?? null,
    recoveryCodeByMail,
  };
};

const hold = async (trx: Trx, account: Account): Promise<void> => {
  const isHeld = await holdAccount(trx, { id: account.id, blocked: false });
  if (!isHeld || !(await isStillSignedIn(trx, account)))
    throw refuse('not-signed-in', 'The session was ended meanwhile');
};

/** Removes a method. The last one stays where the firm asks for a second step; without any, no recovery code is left. */
export const removeMethod = (account: Account, id: unknown, from: From): Promise<void> =>
  inTransaction(async (trx) => {
    requireConfirmed(account);
    await hold(trx, account);
    const methods = await twoFactor('methods').list(account.documentId, trx);
    const method = methods.find((one) => one.id === id);
    if (method === undefined) throw refuse('not-found', 'No such method of this account');
    const isLast = methods.length === 1;
    if (isLast && (await firmSettings(trx)).secondStep === 'compulsory')
      throw refuse('second-step-required', 'The last method of an account that must have one');
    await twoFactor('methods').remove(account.documentId, method.id, trx);
    if (isLast) await twoFactor('recovery').remove(account.documentId, trx);
    await endSignIns(trx, account.id);
    const actor = { kind: 'client', ...from } as const;
    const noted = { label: account.userName, account, actor, detail: method.kind };
    await noteSecurityEvent(trx, { ...noted, event: 'second-step-removed' });
    await announce(trx, { event: 'second-step-removed', accountId: account.id });
  });

/** A new recovery code in place of the old one, told this once. Only beside a method it has a meaning. */
export const makeRecoveryCode = (account: Account, from: From): Promise<string> =>
  inTransaction(async (trx) => {
    requireConfirmed(account);
    await hold(trx, account);
    const methods = await twoFactor('methods').list(account.documentId, trx);
    if (methods.length === 0) throw refuse('not-found', 'The account has no second step');
    const actor = { kind: 'client', ...from } as const;
    await noteSecurityEvent(trx, { event: 'recovery-code-made', label: account.userName, account, actor });
    return twoFactor('recovery').make(account.documentId, trx);
  });

export default { secondStepOf, removeMethod, makeRecoveryCode };
