import { z } from 'zod';
import { ACCOUNT_STATES } from './client';
import { idSchema, momentSchema } from './common';
import { METHOD_KINDS } from './second-step';

/** Why nobody gets in with an account for some time: too many wrong passwords or codes. */
export const accountLockSchema = z.strictObject({
  since: momentSchema,
  /** Null where only unlocking ends it. */
  until: momentSchema.nullable(),
  /** Where the last wrong one came from. */
  address: z.string(),
});

/** One account of a client as staff see it; nothing of what its owner types, reads or has set up but the kind. */
export const deskAccountSchema = z.strictObject({
  id: idSchema,
  email: z.string(),
  /** The client's first account, which a company's other ones were added by (R92). */
  isMain: z.boolean(),
  state: z.enum(ACCOUNT_STATES),
  /** Whether the address is another client's account: then this one cannot be activated. */
  isAddressTaken: z.boolean(),
  invitedAt: momentSchema.nullable(),
  activatedAt: momentSchema.nullable(),
  lock: accountLockSchema.nullable(),
  secondStep: z.array(z.enum(METHOD_KINDS)),
  /** In how many places it is signed in. */
  sessions: z.int(),
  abilities: z.strictObject({
    block: z.boolean(),
    unblock: z.boolean(),
    unlock: z.boolean(),
    resetSecondStep: z.boolean(),
    endSessions: z.boolean(),
    delete: z.boolean(),
  }),
});
export type DeskAccount = z.infer<typeof deskAccountSchema>;

export const deskAccountListSchema = z.strictObject({ accounts: z.array(deskAccountSchema) });
