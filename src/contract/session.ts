import { z } from 'zod';
import { emailSchema, idSchema, languageSchema } from './common';
import { passwordSchema } from './password';
import { typedUserNameSchema } from './user-name';

export const signInSchema = z.strictObject({ userName: typedUserNameSchema, password: passwordSchema });
export type SignIn = z.infer<typeof signInSchema>;

/** Asks for a mailed link: to activate the invited account, or to choose a new password. */
export const linkRequestSchema = z.strictObject({ email: emailSchema });
export type LinkRequest = z.infer<typeof linkRequestSchema>;

export const LINK_PURPOSES = ['activation', 'reset', 'unlock', 'email-change'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];
/** What anybody may ask a link for who types an address. */
export type AskedPurpose = Extract<LinkPurpose, 'activation' | 'reset'>;

/** A mailed link. The token comes from the link's fragment, so that no server log ever sees it. */
export const linkSchema = z.strictObject({
  /** One of the wrong form is a wrong one, and said so alike. */
  token: z.string().max(200),
});

/** Whether a link came whole from the mail; a mail program may have cut it. */
export const isWholeToken = (token: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(token);

/** Uses up the link of a forgotten password. */
export const passwordChoiceSchema = linkSchema.extend({ password: passwordSchema });
export type PasswordChoice = z.infer<typeof passwordChoiceSchema>;

export type MailedLink = z.infer<typeof linkSchema>;

export const accountViewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  language: languageSchema,
});
export type AccountView = z.infer<typeof accountViewSchema>;

export const accountChangeSchema = z.strictObject({ language: languageSchema });
export type AccountChange = z.infer<typeof accountChangeSchema>;
