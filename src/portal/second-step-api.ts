// What is asked about second steps and confirmations: pages that load later need it, and the first one does not.
import { confirmationAnswerSchema, type Confirmation } from '../contract/confirmation';
import {
  checkedNumberSchema,
  codeSentSchema,
  passkeyToMakeSchema,
  passkeyToProveSchema,
  pendingSignInSchema,
  recoveryCodeSchema,
  secondStepViewSchema,
  signInAnswerSchema,
  smsBegunSchema,
  totpBegunSchema,
  type CodeConfirmation,
  type NewPasskey,
  type PasskeyName,
  type PasskeyProof,
  type SecondStepProof,
} from '../contract/second-step';
import { call, nothing } from './api';

export const loadSignIn = (signal?: AbortSignal) =>
  call(pendingSignInSchema, '/session/second-step', { signal });
export const takeSecondStep = (body: SecondStepProof) =>
  call(signInAnswerSchema, '/session/second-step', { method: 'POST', body });
export const sendSignInCode = () => call(codeSentSchema, '/session/second-step/sms', { method: 'POST' });
export const loadSecondStep = (signal?: AbortSignal) =>
  call(secondStepViewSchema, '/account/second-step', { signal });
export const checkNumber = (number: string) =>
  call(checkedNumberSchema, '/account/second-step/sms/number', { method: 'POST', body: { number } });
export const beginSms = (number: string) =>
  call(smsBegunSchema, '/account/second-step/sms', { method: 'POST', body: { number } });
export const confirmSms = (body: CodeConfirmation) =>
  call(signInAnswerSchema, '/account/second-step/sms/confirmation', { method: 'POST', body });
export const beginTotp = () => call(totpBegunSchema, '/account/second-step/totp', { method: 'POST' });
export const confirmTotp = (body: CodeConfirmation) =>
  call(signInAnswerSchema, '/account/second-step/totp/confirmation', { method: 'POST', body });
export const beginPasskey = () =>
  call(passkeyToMakeSchema, '/account/second-step/passkey', { method: 'POST' });
export const addPasskey = (body: NewPasskey) =>
  call(signInAnswerSchema, '/account/second-step/passkey/confirmation', { method: 'POST', body });
export const renamePasskey = (id: string, body: PasskeyName) =>
  call(nothing, `/account/second-step/${encodeURIComponent(id)}`, { method: 'PATCH', body });
export const askPasskeyStep = () =>
  call(passkeyToProveSchema, '/session/second-step/passkey', { method: 'POST' });
export const askPasskeySignIn = () =>
  call(passkeyToProveSchema, '/session/passkey/challenge', { method: 'POST' });
export const signInByPasskey = (body: PasskeyProof) =>
  call(signInAnswerSchema, '/session/passkey', { method: 'POST', body });
export const removeMethod = (id: string) =>
  call(nothing, `/account/second-step/${encodeURIComponent(id)}`, { method: 'DELETE' });
export const makeRecoveryCode = () => call(recoveryCodeSchema, '/account/recovery-code', { method: 'POST' });
export const mailRecoveryCode = (code: string) =>
  call(nothing, '/account/recovery-code/mail', { method: 'POST', body: { code } });

export const confirmAccount = (body: Confirmation) =>
  call(confirmationAnswerSchema, '/account/confirmation', { method: 'POST', body });
export const takeStepAgain = (body: SecondStepProof) =>
  call(confirmationAnswerSchema, '/account/confirmation/second-step', { method: 'POST', body });
export const sendConfirmationCode = () =>
  call(codeSentSchema, '/account/confirmation/sms', { method: 'POST' });
export const askPasskeyAgain = () =>
  call(passkeyToProveSchema, '/account/confirmation/passkey', { method: 'POST' });
