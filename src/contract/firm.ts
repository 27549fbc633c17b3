import { z } from 'zod';
import { languageSchema } from './common';
import { USER_NAMES } from './user-name';

export const COLOUR = /^#[0-9a-f]{6}$/i;

/** What anybody may know of the firm before signing in. */
export const firmViewSchema = z.strictObject({
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  accentColour: z.string().regex(COLOUR),
  defaultLanguage: languageSchema,
  /** What the sign-in page asks for. */
  userNames: z.enum(USER_NAMES),
  version: z.string(),
});
export type FirmView = z.infer<typeof firmViewSchema>;
