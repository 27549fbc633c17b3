import { z } from 'zod';
import { emailSchema, idSchema, languageSchema, lineSchema, momentSchema } from './common';
import { userNameSchema } from './user-name';

export const CLIENT_KINDS = ['person', 'company'] as const;
/** How the client chose to be reached (R2). Only who chose the portal can be invited. */
export const COMMUNICATIONS = ['portal', 'secured-mail', 'post'] as const;
export type Communication = (typeof COMMUNICATIONS)[number];

/**
 * Where a client stands on the way into the portal: `opened` has looked at the invitation, `locked` has entered too
 * many wrong passwords, `blocked` was shut out by the firm.
 */
export const ACCOUNT_STATES = ['none', 'invited', 'opened', 'active', 'locked', 'blocked'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export const newClientSchema = z.strictObject({
  number: lineSchema(40),
  name: lineSchema(200),
  kind: z.enum(CLIENT_KINDS).default('person'),
  email: emailSchema,
  phone: lineSchema(40).nullable().default(null),
  language: languageSchema,
  communication: z.enum(COMMUNICATIONS),
});
export type NewClient = z.input<typeof newClientSchema>;

/** An invitation; the user name only where staff give it, and only the first time (R6). */
export const invitationSchema = z.strictObject({ userName: userNameSchema.optional() });
export type InvitationWish = z.output<typeof invitationSchema>;

/** A client as staff see them. */
export const deskClientSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  name: z.string(),
  kind: z.enum(CLIENT_KINDS),
  email: z.string(),
  /** The address that the client wants, until they have used the link that was mailed to it. */
  pendingEmail: z.string().nullable(),
  phone: z.string().nullable(),
  language: languageSchema,
  communication: z.enum(COMMUNICATIONS),
  /** When the client agreed to the portal; null where another way was chosen. */
  consentedAt: momentSchema.nullable(),
  accountState: z.enum(ACCOUNT_STATES),
  invitedAt: momentSchema.nullable(),
  openedAt: momentSchema.nullable(),
  activatedAt: momentSchema.nullable(),
  /** What the client signs in with, or will; null where it is not known yet. */
  userName: z.string().nullable(),
  /** What may be done with the access now. */
  abilities: z.strictObject({
    invite: z.boolean(),
    /** Whether an invitation has to say with which user name the client signs in. */
    giveUserName: z.boolean(),
    revoke: z.boolean(),
    /** Whether a letter with an activation code can be printed. */
    letter: z.boolean(),
    block: z.boolean(),
    unblock: z.boolean(),
  }),
  dossierCount: z.number().int(),
});

export const blockingSchema = z.strictObject({ blocked: z.boolean() });
export type DeskClient = z.infer<typeof deskClientSchema>;

export const deskClientListSchema = z.strictObject({ clients: z.array(deskClientSchema) });
export type DeskClientList = z.infer<typeof deskClientListSchema>;
