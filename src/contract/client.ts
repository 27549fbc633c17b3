import { z } from 'zod';
import { emailSchema, idSchema, languageSchema, lineSchema, momentSchema } from './common';

export const CLIENT_KINDS = ['person', 'company'] as const;
/** How the client chose to be reached (R2). Only who chose the portal can be invited. */
export const COMMUNICATIONS = ['portal', 'secured-mail', 'post'] as const;
export type Communication = (typeof COMMUNICATIONS)[number];

export const ACCOUNT_STATES = ['none', 'invited', 'active', 'blocked'] as const;
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

/** A client as staff see them. */
export const deskClientSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  name: z.string(),
  kind: z.enum(CLIENT_KINDS),
  email: z.string(),
  phone: z.string().nullable(),
  language: languageSchema,
  communication: z.enum(COMMUNICATIONS),
  /** When the client agreed to the portal; null where another way was chosen. */
  consentedAt: momentSchema.nullable(),
  accountState: z.enum(ACCOUNT_STATES),
  invitedAt: momentSchema.nullable(),
  activatedAt: momentSchema.nullable(),
  dossierCount: z.number().int(),
  /** What may be done with the access now. */
  abilities: z.strictObject({ block: z.boolean(), unblock: z.boolean() }),
});

export const blockingSchema = z.strictObject({ blocked: z.boolean() });
export type DeskClient = z.infer<typeof deskClientSchema>;

export const deskClientListSchema = z.strictObject({ clients: z.array(deskClientSchema) });
export type DeskClientList = z.infer<typeof deskClientListSchema>;
