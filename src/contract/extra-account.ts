import { z } from 'zod';
import { emailSchema, idSchema, languageSchema, momentSchema } from './common';

/** How many accounts a company may have besides its main login (R92). */
export const EXTRA_ACCOUNTS_MAX = 20;

/** As much as the main login is told of an extra account. */
export const EXTRA_ACCOUNT_STATES = ['invited', 'active', 'blocked'] as const;

export const newAccountSchema = z.strictObject({ email: emailSchema, language: languageSchema });
export type NewAccount = z.infer<typeof newAccountSchema>;

/** An extra account as the main login sees it: nothing of its password, its second step or its sessions. */
export const extraAccountSchema = z.strictObject({
  id: idSchema,
  email: z.string(),
  state: z.enum(EXTRA_ACCOUNT_STATES),
  addedAt: momentSchema,
});
export type ExtraAccount = z.infer<typeof extraAccountSchema>;

export const extraAccountListSchema = z.strictObject({
  accounts: z.array(extraAccountSchema),
  /** Whether who asks is the main login of a company, and whether there is room for another account. */
  abilities: z.strictObject({ manage: z.boolean(), add: z.boolean() }),
});
export type ExtraAccountList = z.infer<typeof extraAccountListSchema>;
