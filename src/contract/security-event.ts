import { z } from 'zod';
import { deviceSchema } from './account';
import { idSchema, momentSchema, searchSchema } from './common';

/** What happens to an account's security; each is a row that staff can read. */
export const SECURITY_EVENTS = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'second-step-refused',
  'locked',
  'unlocked',
  'invited',
  'invitation-revoked',
  'activated',
  'activation-refused',
  'reset-asked',
  'password-changed',
  'email-change-asked',
  'email-changed',
  'second-step-added',
  'second-step-removed',
  'second-step-reset',
  'recovery-code-made',
  'recovery-code-used',
  'session-ended',
  'sessions-ended',
  'blocked',
  'unblocked',
  'account-added',
  'account-deleted',
  'data-exported',
] as const;
export type SecurityEvent = (typeof SECURITY_EVENTS)[number];

/** How many are answered at once. */
export const SECURITY_EVENTS_PAGE = 50;

/** Where the next page begins: the moment and the number of the last event of this one. */
const cursorSchema = z.string().regex(/^\d{1,15}-\d{1,15}$/);

export const securityEventQuerySchema = z.strictObject({
  event: z.enum(SECURITY_EVENTS).optional(),
  /** A part of the client's name, number or e-mail address, or the whole user name. */
  query: searchSchema(254).default(''),
  /** From this moment on, up to and without the other. */
  from: momentSchema.optional(),
  until: momentSchema.optional(),
  before: cursorSchema.optional(),
});
export type SecurityEventQuery = z.infer<typeof securityEventQuerySchema>;

export const securityEventSchema = z.strictObject({
  id: idSchema,
  event: z.enum(SECURITY_EVENTS),
  occurredAt: momentSchema,
  /** The address or user name as it was given. */
  label: z.string(),
  client: z.strictObject({ id: idSchema, name: z.string() }).nullable(),
  actor: z.enum(['client', 'staff', 'nobody']),
  /** The name of the member of staff who did it. */
  actorName: z.string().nullable(),
  address: z.string().nullable(),
  device: deviceSchema,
  detail: z.string().nullable(),
});
export type SecurityEventView = z.infer<typeof securityEventSchema>;

export const securityEventListSchema = z.strictObject({
  events: z.array(securityEventSchema),
  /** What to give as `before` for the next page; null where there is none. */
  next: cursorSchema.nullable(),
});
