import { z } from 'zod';
import { passwordSchema } from './password';
import { secondStepSchema } from './second-step';

/** How long a confirmation counts, in minutes: long enough for one change, short for who finds an open screen. */
export const CONFIRMATION_MINUTES = 10;

/** Proves again who is there, before something that guards the account is changed. */
export const confirmationSchema = z.strictObject({ password: passwordSchema });
export type Confirmation = z.infer<typeof confirmationSchema>;

/** Where a confirmation stands: an account with a second step proves that too. */
export const confirmationAnswerSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('confirmed'),
    /** A new recovery code, told this once, where the old one was used. */
    recoveryCode: z.string().nullable(),
  }),
  secondStepSchema,
]);
export type ConfirmationAnswer = z.infer<typeof confirmationAnswerSchema>;
