import { confirmationAnswerSchema, confirmationSchema } from '../confirmation';
import { codeSentSchema, passkeyToProveSchema, secondStepProofSchema } from '../second-step';
import type { Operation } from './operation';

/** How who is signed in proves again to be there; changes to what guards the account ask for it. */
export const CONFIRMATION_OPERATIONS: Operation[] = [
  {
    method: 'POST',
    path: '/account/confirmation',
    summary: 'Give the password again; an account with a second step is asked for that next',
    body: confirmationSchema,
    status: 200,
    answer: confirmationAnswerSchema,
    errors: ['wrong-password', 'account-locked'],
  },
  {
    method: 'POST',
    path: '/account/confirmation/second-step',
    summary: 'Take the second step again; only now is it confirmed, and the session has another token',
    body: secondStepProofSchema,
    status: 200,
    answer: confirmationAnswerSchema,
    errors: ['confirmation-needed', 'wrong-code', 'account-locked'],
  },
  {
    method: 'POST',
    path: '/account/confirmation/sms',
    summary: 'Ask for a code by text message, for this confirmation alone',
    status: 200,
    answer: codeSentSchema,
    errors: [
      'confirmation-needed',
      'not-found',
      'phone-invalid',
      'phone-country',
      'too-many-codes',
      'sms-unavailable',
    ],
  },
  {
    method: 'POST',
    path: '/account/confirmation/passkey',
    summary: 'What a browser needs to prove one of the own passkeys, for this confirmation alone',
    status: 200,
    answer: passkeyToProveSchema,
    errors: ['confirmation-needed'],
  },
];
