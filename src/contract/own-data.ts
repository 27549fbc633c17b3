import { z } from 'zod';
import { ownSessionSchema } from './account';
import { CLIENT_KINDS, COMMUNICATIONS } from './client';
import { daySchema, idSchema, languageSchema, momentSchema } from './common';
import { SHELVES } from './document';
import { DOSSIER_STATUSES } from './dossier';
import { mailSwitchesSchema } from './mail-switches';
import { DIRECTIONS } from './message';
import { progressStepSchema } from './progress-step';
import { METHOD_KINDS } from './second-step';
import { SECURITY_EVENTS } from './security-event';

/** What the firm holds of a client beside the dossiers (R64). */
const ownClientSchema = z.strictObject({
  number: z.string(),
  name: z.string(),
  kind: z.enum(CLIENT_KINDS),
  communication: z.enum(COMMUNICATIONS),
  /** Where the client is reached. It is the main login's: an extra account of a company has null. */
  contact: z
    .strictObject({
      email: z.string(),
      phone: z.string().nullable(),
      language: languageSchema,
      /** When the client agreed to the portal. */
      consentedAt: momentSchema.nullable(),
    })
    .nullable(),
});

const ownAccountSchema = z.strictObject({
  userName: z.string(),
  email: z.string(),
  pendingEmail: z.string().nullable(),
  language: languageSchema,
  mails: mailSwitchesSchema,
  invitedAt: momentSchema.nullable(),
  openedAt: momentSchema.nullable(),
  activatedAt: momentSchema.nullable(),
});

export const ownDataSchema = z.strictObject({
  client: ownClientSchema,
  account: ownAccountSchema,
  /** As many as the client can see. */
  counts: z.strictObject({
    dossiers: z.number().int(),
    documents: z.number().int(),
    messages: z.number().int(),
    remarks: z.number().int(),
  }),
});
export type OwnData = z.infer<typeof ownDataSchema>;

const exportedDossierSchema = z.strictObject({
  id: idSchema,
  number: z.string(),
  description: z.string(),
  status: z.enum(DOSSIER_STATUSES),
  contact: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: daySchema.nullable(),
  progress: z.array(progressStepSchema),
  lastActivityAt: momentSchema,
});
export type ExportedDossier = z.infer<typeof exportedDossierSchema>;

/** What this account did with something of the firm's; no other account's reading is ever told. */
const readingSchema = {
  openedAt: momentSchema.nullable(),
  downloadedAt: momentSchema.nullable(),
};

const exportedFileSchema = z.strictObject({
  id: idSchema,
  dossierId: idSchema,
  name: z.string(),
  mimeType: z.string(),
  /** In bytes. */
  size: z.number().int(),
  sha256: z.string(),
});
export type ExportedFile = z.infer<typeof exportedFileSchema>;

const exportedDocumentSchema = exportedFileSchema.extend({
  messageId: idSchema.nullable(),
  shelf: z.enum(SHELVES),
  direction: z.enum(DIRECTIONS),
  /** Whether this very account delivered it. */
  own: z.boolean(),
  publishedAt: momentSchema,
  ...readingSchema,
});
export type ExportedDocument = z.infer<typeof exportedDocumentSchema>;

const exportedMessageSchema = z.strictObject({
  id: idSchema,
  dossierId: idSchema,
  answersId: idSchema.nullable(),
  direction: z.enum(DIRECTIONS),
  own: z.boolean(),
  author: z.string(),
  subject: z.string(),
  /** Null until this account has opened the message in the portal: nothing is read without its trace (B2). */
  text: z.string().nullable(),
  sentAt: momentSchema,
  ...readingSchema,
});
export type ExportedMessage = z.infer<typeof exportedMessageSchema>;

const exportedRemarkSchema = z.strictObject({
  id: idSchema,
  dossierId: idSchema,
  /** What it is about; of the own ones also where it was withdrawn since. */
  documentId: idSchema,
  direction: z.enum(DIRECTIONS),
  own: z.boolean(),
  author: z.string(),
  /** Null until this account has read it in the portal, as with messages. */
  text: z.string().nullable(),
  writtenAt: momentSchema,
  openedAt: momentSchema.nullable(),
});
export type ExportedRemark = z.infer<typeof exportedRemarkSchema>;

const exportedEventSchema = z.strictObject({
  event: z.enum(SECURITY_EVENTS),
  occurredAt: momentSchema,
  actor: z.enum(['client', 'staff', 'nobody']),
  address: z.string().nullable(),
  device: z.string().nullable(),
  detail: z.string().nullable(),
});
export type ExportedEvent = z.infer<typeof exportedEventSchema>;

const exportedMailSchema = z.strictObject({
  event: z.string(),
  recipient: z.string().nullable(),
  state: z.enum(['waiting', 'sent', 'failed', 'dropped']),
  sentAt: momentSchema.nullable(),
});
export type ExportedMail = z.infer<typeof exportedMailSchema>;

export const OWN_EXPORT_FORMAT = 'aktenpoort-own-data/1';

/** The file that the client takes along (GDPR art. 15 and 20): everything of the own account, and no secret. */
export const ownExportSchema = z.strictObject({
  format: z.literal(OWN_EXPORT_FORMAT),
  exportedAt: momentSchema,
  firm: z.string(),
  client: ownClientSchema,
  account: ownAccountSchema,
  secondStep: z.array(
    z.strictObject({
      kind: z.enum(METHOD_KINDS),
      label: z.string(),
      addedAt: momentSchema.nullable(),
      lastUsedAt: momentSchema.nullable(),
    }),
  ),
  sessions: z.array(ownSessionSchema),
  dossiers: z.array(exportedDossierSchema),
  documents: z.array(exportedDocumentSchema),
  /** Uploaded by this account for a message that is not sent yet. */
  unsentFiles: z.array(exportedFileSchema),
  messages: z.array(exportedMessageSchema),
  remarks: z.array(exportedRemarkSchema),
  securityEvents: z.array(exportedEventSchema),
  mails: z.array(exportedMailSchema),
});
export type OwnExport = z.infer<typeof ownExportSchema>;
