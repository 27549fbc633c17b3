import {
  checkedNumberSchema,
  codeConfirmationSchema,
  codeSentSchema,
  newPasskeySchema,
  passkeyNameSchema,
  passkeyProofSchema,
  passkeyToMakeSchema,
  passkeyToProveSchema,
  pendingSignInSchema,
  phoneNumberSchema,
  recoveryCodeMailSchema,
  recoveryCodeSchema,
  secondStepProofSchema,
  secondStepViewSchema,
  signInAnswerSchema,
  smsBegunSchema,
  totpBegunSchema,
} from '../second-step';
import type { Operation } from './operation';

const NUMBER = ['phone-invalid', 'phone-country'] as const;
const SENDING = [...NUMBER, 'too-many-codes', 'sms-unavailable'] as const;

/** What who has given the right password may ask, until the second step is taken. */
export const SIGN_IN_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/session/second-step',
    summary: 'Where the sign-in stands',
    status: 200,
    answer: pendingSignInSchema,
    errors: [],
  },
  {
    method: 'POST',
    path: '/session/second-step',
    summary: 'Take the second step; only now is there a session',
    body: secondStepProofSchema,
    status: 200,
    answer: signInAnswerSchema,
    errors: ['wrong-code', 'account-locked'],
  },
  {
    method: 'POST',
    path: '/session/second-step/sms',
    summary: 'Ask for a code by text message; a new one gives no tries back',
    status: 200,
    answer: codeSentSchema,
    errors: ['not-found', ...SENDING],
  },
  {
    method: 'POST',
    path: '/session/second-step/passkey',
    summary: 'What a browser needs to prove one of the account’s passkeys, in this sign-in alone',
    status: 200,
    answer: passkeyToProveSchema,
    errors: [],
  },
];

/** What who is signed in may ask, and who must set up a second step before they are. */
export const ENROLLING_OPERATIONS: Operation[] = [
  {
    method: 'GET',
    path: '/account/second-step',
    summary: 'The own second step: methods, what can be set up, the recovery code’s age',
    status: 200,
    answer: secondStepViewSchema,
    errors: [],
  },
  {
    method: 'POST',
    path: '/account/second-step/sms/number',
    summary: 'A phone number as codes are sent to it',
    body: phoneNumberSchema,
    status: 200,
    answer: checkedNumberSchema,
    errors: [...NUMBER],
  },
  {
    method: 'POST',
    path: '/account/second-step/sms',
    summary: 'Send a code to a number that is to become the second step',
    body: phoneNumberSchema,
    status: 200,
    answer: smsBegunSchema,
    errors: ['confirmation-needed', ...SENDING],
  },
  {
    method: 'POST',
    path: '/account/second-step/sms/confirmation',
    summary: 'Put the number into use; who had to do so is signed in by it',
    body: codeConfirmationSchema,
    status: 200,
    answer: signInAnswerSchema,
    errors: ['wrong-code', 'sign-in-over'],
  },
  {
    method: 'POST',
    path: '/account/second-step/totp',
    summary: 'A secret for an authenticator app, told this once',
    status: 200,
    answer: totpBegunSchema,
    errors: [],
  },
  {
    method: 'POST',
    path: '/account/second-step/totp/confirmation',
    summary: 'Put the authenticator app into use; who had to do so is signed in by it',
    body: codeConfirmationSchema,
    status: 200,
    answer: signInAnswerSchema,
    errors: ['wrong-code', 'sign-in-over'],
  },
  {
    method: 'POST',
    path: '/account/second-step/passkey',
    summary: 'What a browser needs to make a passkey',
    status: 200,
    answer: passkeyToMakeSchema,
    errors: [],
  },
  {
    method: 'POST',
    path: '/account/second-step/passkey/confirmation',
    summary: 'Keep the passkey that was made; who had to do so is signed in by it',
    body: newPasskeySchema,
    status: 200,
    answer: signInAnswerSchema,
    errors: ['wrong-code', 'sign-in-over'],
  },
];

/** What who is fully signed in may ask of their second step. */
export const SECOND_STEP_OPERATIONS: Operation[] = [
  {
    method: 'PATCH',
    path: '/account/second-step/:id',
    summary: 'Give a passkey another name',
    body: passkeyNameSchema,
    status: 204,
    errors: ['not-found'],
  },
  {
    method: 'DELETE',
    path: '/account/second-step/:id',
    summary: 'Remove a method; the last one takes the recovery code with it',
    status: 204,
    errors: ['confirmation-needed', 'not-found', 'second-step-required'],
  },
  {
    method: 'POST',
    path: '/account/recovery-code',
    summary: 'A new recovery code in place of the old one, told this once',
    status: 200,
    answer: recoveryCodeSchema,
    errors: ['confirmation-needed', 'not-found'],
  },
  {
    method: 'POST',
    path: '/account/recovery-code/mail',
    summary: 'Have the recovery code mailed, where the firm allows it',
    body: recoveryCodeMailSchema,
    status: 204,
    errors: ['not-allowed', 'wrong-code', 'too-many-codes', 'mail-unavailable'],
  },
];

/** A sign-in by a passkey alone, which anybody may try. */
export const PASSKEY_OPERATIONS: Operation[] = [
  {
    method: 'POST',
    path: '/session/passkey/challenge',
    summary: 'What a browser needs to sign in by a passkey alone; a cookie binds it to this browser',
    status: 200,
    answer: passkeyToProveSchema,
    errors: ['too-many-tries'],
  },
  {
    method: 'POST',
    path: '/session/passkey',
    summary: 'Sign in by a passkey alone: name, password and second step in one',
    body: passkeyProofSchema,
    status: 200,
    answer: signInAnswerSchema,
    errors: ['wrong-code', 'account-locked'],
  },
];
