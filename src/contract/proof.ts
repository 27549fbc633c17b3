import { z } from 'zod';
import { idSchema, languageSchema, momentSchema } from './common';
import { NOTIFICATION_STATES } from './document';

/** What can stand in a dossier's proof log; nothing approves or deletes documents yet. */
export const PROOF_KINDS = [
  'published',
  'notified',
  'opened',
  'downloaded',
  'withdrawn',
  'replaced',
  'approved',
  'deleted',
] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

export const PROOF_ACTORS = ['client', 'staff', 'portal'] as const;

/** One event of a dossier's proof log, as staff see it (R104). */
export const proofEventSchema = z.strictObject({
  seq: z.int(),
  at: momentSchema,
  kind: z.enum(PROOF_KINDS),
  documentName: z.string(),
  sha256: z.string(),
  /** The SHA-256 of what took its place, where it was replaced. */
  successor: z.string().nullable(),
  actorType: z.enum(PROOF_ACTORS),
  actor: z.string(),
  /** Where the actor came from; of a mail, where it went. */
  address: z.string(),
});
export type ProofEvent = z.infer<typeof proofEventSchema>;

export const proofPageSchema = z.strictObject({
  events: z.array(proofEventSchema),
  /** Ask with `before` for what is older; null at the beginning of the log. */
  next: z.int().nullable(),
});
export type ProofPage = z.infer<typeof proofPageSchema>;

export const proofQuerySchema = z.strictObject({
  before: z.coerce.number().int().positive().max(2_147_483_647).optional(),
});

export const proofExportQuerySchema = z.strictObject({ language: languageSchema.optional() });

/** A document that an account of the client has neither opened nor downloaded for long (B2). */
export const unopenedRowSchema = z.strictObject({
  documentId: idSchema,
  documentName: z.string(),
  dossierId: idSchema,
  dossierNumber: z.string(),
  dossier: z.string(),
  client: z.string(),
  reader: z.string(),
  publishedAt: momentSchema,
  notification: z.enum(NOTIFICATION_STATES),
  notifiedAt: momentSchema.nullable(),
});
export type UnopenedRow = z.infer<typeof unopenedRowSchema>;

export const unopenedPageSchema = z.strictObject({
  /** The firm's own measure, in days. */
  days: z.int(),
  rows: z.array(unopenedRowSchema),
  /** Ask with `after` for the next; null at the end. */
  next: z.string().nullable(),
});
export type UnopenedPage = z.infer<typeof unopenedPageSchema>;

/** A place in the list: the moment in milliseconds, and the row. */
export const unopenedQuerySchema = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}-\d{1,10}$/)
    .optional(),
});
