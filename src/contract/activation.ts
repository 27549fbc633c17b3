import { z } from 'zod';
import { ACTIVATION_WAYS } from './firm';
import { FIRST_SCREENS } from './firm-settings';
import { passwordSchema } from './password';
import { signInAnswerSchema } from './second-step';
import { userNameSchema } from './user-name';

/**
 * What an activation code is made of: no vowels, so that it makes no words, and of every two that look alike on
 * paper (0 O, 1 I L, 2 Z, 5 S, 8 B) at most one.
 */
export const CODE_ALPHABET = '34679BCDFGHJKMNPQRSTVWXZ';
export const CODE_GROUP = 5;
export const CODE_LENGTH = 3 * CODE_GROUP;
/** The first so many say whose code it is; the others prove that somebody has it. */
export const CODE_SELECTOR = 6;
export const CODE_DAYS = 14;
/** Wrong ones that are judged before the code is revoked. */
export const CODE_TRIES = 5;

const LOOKALIKES: Record<string, string> = { '2': 'Z', '5': 'S', '8': 'B' };

/** The code as it was made, whatever the capitals, spaces and dashes it was typed with. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replace(/[258]/g, (digit) => LOOKALIKES[digit] ?? digit);

/** The code as people read it: in groups. */
export const groupedCode = (code: string): string =>
  (code.match(new RegExp(`.{1,${CODE_GROUP}}`, 'g')) ?? []).join('-');

/** What a letter or mail says of whose invitation it is; it proves nothing, and one that is cut is a wrong one. */
const referenceSchema = z.string().max(200);

export const openingSchema = z.strictObject({ reference: referenceSchema });
export type Opening = z.infer<typeof openingSchema>;

export const openedSchema = z.strictObject({
  /** The user name that the invitation's account will sign in with; null where it is for the client to choose. */
  userName: z.string().nullable(),
  /** How the account is activated; not always as the firm does it with its clients. */
  way: z.enum(ACTIVATION_WAYS),
});
export type Opened = z.infer<typeof openedSchema>;

const choice = {
  /** Only where the firm's clients choose their user name (R6). */
  userName: userNameSchema.optional(),
  password: passwordSchema,
};

/** Activation by the link of the second mail (R4). A token of the wrong form is a wrong one, and said so alike. */
export const linkActivationSchema = z.strictObject({ token: z.string().max(200), ...choice });
export type LinkActivation = z.output<typeof linkActivationSchema>;

/** Activation by the code that the firm has handed over (R5). */
export const codeActivationSchema = z.strictObject({
  code: z.string().max(200),
  /** Where the page was opened from a letter or mail: whose it was. */
  reference: referenceSchema.optional(),
  ...choice,
});
export type CodeActivation = z.output<typeof codeActivationSchema>;

/** Where the sign-in stands that an activation begins, and where the client goes when it is complete (R7). */
export const activatedSchema = z.strictObject({
  signIn: signInAnswerSchema,
  firstScreen: z.enum(FIRST_SCREENS),
});
export type Activated = z.infer<typeof activatedSchema>;
