import { z } from 'zod';

/** What a password must be (R8): ours, the older portals', and the strictest. */
export const PASSWORD_PRESETS = ['default', 'seed', 'strict'] as const;
export type PasswordPreset = (typeof PASSWORD_PRESETS)[number];

interface Demands {
  /** In characters as people count them. */
  min: number;
  /** Whether one capital and one digit are asked for. */
  composed: boolean;
  /** Whether it is judged by lists of common passwords and by words that are guessed first here. */
  judged: boolean;
}

/** Length counts and composition does not (NIST 800-63B, OWASP ASVS 6.2); `seed` is as clients know it from elsewhere. */
export const PASSWORD_DEMANDS: Record<PasswordPreset, Demands> = {
  default: { min: 12, composed: false, judged: true },
  seed: { min: 8, composed: true, judged: false },
  strict: { min: 15, composed: false, judged: true },
};

/** In characters; more than anybody types, and it is never cut. */
export const PASSWORD_MAX = 256;

/** In UTF-16 units, as it travels: enough for every password that is not too long for the rule. */
const TRAVELLING_MAX = 1024;

/** Passwords are compared as typed, in Unicode's NFC form, never cut. */
export const passwordSchema = z.string().min(1).max(TRAVELLING_MAX);

/** The length as people count: code points of the NFC form. */
export const passwordLength = (password: string): number => Array.from(password.normalize('NFC')).length;

/** What a new password of somebody is judged by. */
export const passwordRuleSchema = z.strictObject({
  preset: z.enum(PASSWORD_PRESETS),
  /** Guessed first by who knows the client and the firm: they do not count. */
  ownWords: z.array(z.string()),
});
export type PasswordRule = z.infer<typeof passwordRuleSchema>;

/** Why a password is refused; each is a refusal with its own text. */
export type PasswordFault =
  | { code: 'password-too-short'; min: number }
  | { code: 'password-too-long'; max: number }
  | { code: 'password-needs-capital' | 'password-needs-digit' | 'password-common' }
  | { code: 'password-has-own-word'; word: string; min: number };
export type PasswordFaultCode = PasswordFault['code'];

export const PASSWORD_FAULTS = [
  'password-too-short',
  'password-too-long',
  'password-needs-capital',
  'password-needs-digit',
  'password-common',
  'password-has-own-word',
] as const satisfies PasswordFaultCode[];

/** How hard a password is to guess, in words. */
export const STRENGTHS = ['weak', 'fair', 'good', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What makes a password easy to guess. */
export const WEAKNESSES = [
  'common',
  'similar',
  'keyboard',
  'repeat',
  'sequence',
  'date',
  'name',
  'word',
  'guessable',
] as const;
export type Weakness = (typeof WEAKNESSES)[number];

/** What would make it harder. */
export const PASSWORD_HINTS = ['words', 'capitals', 'figures', 'reversed'] as const;
export type PasswordHint = (typeof PASSWORD_HINTS)[number];
