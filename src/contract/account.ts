import { z } from 'zod';
import { idSchema, momentSchema } from './common';
import { passwordSchema } from './password';
import { accountViewSchema } from './session';

/** How long before a session's end its reader is warned, in seconds (WCAG 2.2.1). */
export const WARNING_SECONDS = 120;

/** Says, at every answer to a signed-in client, how many seconds the session lasts: `idle=1800, overall=43200`. */
export const SESSION_HEADER = 'Session-Ends-In';

export const sessionEndsSchema = z.strictObject({
  /** Seconds until the session ends if it is not used; any request but asking for this uses it. */
  idle: z.int(),
  /** Seconds until it ends in any case. */
  overall: z.int(),
});
export type SessionEnds = z.infer<typeof sessionEndsSchema>;

/** Who is signed in, and for how long; both null where nobody is. */
export const sessionViewSchema = z.strictObject({
  account: accountViewSchema.nullable(),
  endsIn: sessionEndsSchema.nullable(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

/** What a browser says it is, in names that are the same in every language. */
export const deviceSchema = z.strictObject({ browser: z.string().nullable(), system: z.string().nullable() });
export type Device = z.infer<typeof deviceSchema>;

/** A place where the account is signed in. */
export const ownSessionSchema = z.strictObject({
  id: idSchema,
  device: deviceSchema,
  /** The network address it was started from. */
  address: z.string().nullable(),
  /** Whether it is the one that asks. */
  isCurrent: z.boolean(),
  startedAt: momentSchema,
  lastUsedAt: momentSchema,
});
export type OwnSession = z.infer<typeof ownSessionSchema>;

export const ownSessionListSchema = z.strictObject({ sessions: z.array(ownSessionSchema) });

export const passwordChangeSchema = z.strictObject({ password: passwordSchema });
export type PasswordChange = z.infer<typeof passwordChangeSchema>;
