import { z } from 'zod';
import { languageSchema } from './common';
import { PASSWORD_PRESETS } from './password';
import { USER_NAMES } from './user-name';

/** How an invited client proves to be who was invited: by a second mail (R4), or by a code handed over (R5). */
export const ACTIVATION_WAYS = ['mail', 'code'] as const;
export const COLOUR = /^#[0-9a-f]{6}$/i;

/** What anybody may know of the firm before signing in. */
export const firmViewSchema = z.strictObject({
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  accentColour: z.string().regex(COLOUR),
  /** Where its logo is; null where it has none, and its name stands there. */
  logo: z.string().nullable(),
  defaultLanguage: languageSchema,
  /** What the sign-in page asks for. */
  userNames: z.enum(USER_NAMES),
  activationWay: z.enum(ACTIVATION_WAYS),
  /** How long a new password must be, for instance. */
  passwordPreset: z.enum(PASSWORD_PRESETS),
  version: z.string(),
});
export type FirmView = z.infer<typeof firmViewSchema>;
