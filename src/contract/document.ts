import { z } from 'zod';
import { idSchema, momentSchema } from './common';

/** The tab a document stands under (R60); `attachment` belongs to a message of the firm. */
export const SHELVES = ['correspondence', 'documents', 'provided', 'attachment'] as const;
export type Shelf = (typeof SHELVES)[number];

/** Where staff publish. */
export const PUBLISHING_SHELVES = ['correspondence', 'documents'] as const;
export type PublishingShelf = (typeof PUBLISHING_SHELVES)[number];

/** The name of the request header that carries the file's name, percent-encoded. */
export const FILE_NAME_HEADER = 'x-file-name';
/** In bytes of UTF-8. */
export const FILE_NAME_MAX = 255;

/** How much was said about a document (R65), and how much of it the reader's side has not read. */
export const remarkCountSchema = z.strictObject({ total: z.number().int(), unread: z.number().int() });
export type RemarkCount = z.infer<typeof remarkCountSchema>;

/** A document as its client sees it. */
export const documentViewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  shelf: z.enum(SHELVES),
  mimeType: z.string(),
  /** In bytes. */
  size: z.number().int(),
  publishedAt: momentSchema,
  unread: z.boolean(),
  remarks: remarkCountSchema,
  abilities: z.strictObject({
    /** The browser can show this type safely; everything else is download only. */
    view: z.boolean(),
    download: z.boolean(),
    /** Whoever delivered it may undo that, until the firm has opened it (B13). */
    takeBack: z.boolean(),
  }),
});
export type DocumentView = z.infer<typeof documentViewSchema>;

/** A file that is uploaded but not yet sent with a message. */
export const attachmentSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  mimeType: z.string(),
  size: z.number().int(),
});
export type AttachmentView = z.infer<typeof attachmentSchema>;

/** A file as it stands under a message that was sent. */
export const sentAttachmentSchema = attachmentSchema.extend({
  abilities: z.strictObject({
    /** As in `documentViewSchema`. */
    view: z.boolean(),
  }),
});
export type SentAttachment = z.infer<typeof sentAttachmentSchema>;

/** How far the mail is that tells a client of a document; `sent` only when the mail server has taken it. */
export const NOTIFICATION_STATES = ['none', 'waiting', 'retrying', 'sent', 'failed'] as const;
export type NotificationState = (typeof NOTIFICATION_STATES)[number];

/** What one account of the client has done with a document (R105). Null: not yet. */
export const documentReadingSchema = z.strictObject({
  reader: z.string(),
  notification: z.enum(NOTIFICATION_STATES),
  notifiedAt: momentSchema.nullable(),
  openedAt: momentSchema.nullable(),
  downloadedAt: momentSchema.nullable(),
});
export type DocumentReading = z.infer<typeof documentReadingSchema>;

/** Another version of a document, as staff see it beside that. */
export const otherVersionSchema = z.strictObject({ id: idSchema, name: z.string() });
export type OtherVersion = z.infer<typeof otherVersionSchema>;

/** A document as staff see it. */
export const deskDocumentSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  shelf: z.enum(SHELVES),
  mimeType: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  publishedAt: momentSchema,
  /** Of what the client delivered: when they took it back, and its content was deleted. */
  withdrawnAt: momentSchema.nullable(),
  /** The corrected version for which it was withdrawn. */
  replacedBy: otherVersionSchema.nullable(),
  /** What it took the place of. */
  replaces: otherVersionSchema.nullable(),
  /** Who brought it in. */
  author: z.string(),
  byClient: z.boolean(),
  readings: z.array(documentReadingSchema),
  remarks: remarkCountSchema,
  abilities: z.strictObject({
    view: z.boolean(),
    download: z.boolean(),
    withdraw: z.boolean(),
    replace: z.boolean(),
    /** What goes with a message of the firm is spoken about there. */
    remarks: z.boolean(),
  }),
});
export type DeskDocument = z.infer<typeof deskDocumentSchema>;

export const deskDocumentListSchema = z.strictObject({ documents: z.array(deskDocumentSchema) });
export type DeskDocumentList = z.infer<typeof deskDocumentListSchema>;

export const publishQuerySchema = z.strictObject({ shelf: z.enum(PUBLISHING_SHELVES) });

/** Why an upload was turned away. */
/** Which documents of a dossier come in one zip. */
export const ZIP_CHOICES = ['all', 'unread'] as const;
export type ZipChoice = (typeof ZIP_CHOICES)[number];

export const zipQuerySchema = z.strictObject({ which: z.enum(ZIP_CHOICES) });

/** The list of SHA-256 hashes in a zip, as `sha256sum -c` reads it. */
export const MANIFEST_NAME = 'SHA-256.txt';

export const REFUSAL_REASONS = [
  'infected',
  'type-refused',
  'content-mismatch',
  'too-large',
  'dossier-full',
  'encrypted-archive',
  'encrypted-document',
  'archive-bomb',
  'scanner-unavailable',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** An upload that was turned away (R27). The file itself is not kept. */
export const refusedUploadSchema = z.strictObject({
  id: idSchema,
  at: momentSchema,
  actor: z.string(),
  name: z.string(),
  /** In bytes, as far as it had arrived; what was turned away before, as large as it said it was. */
  size: z.number().int(),
  reason: z.string(),
  signature: z.string().nullable(),
});
export type RefusedUpload = z.infer<typeof refusedUploadSchema>;

export const refusedUploadListSchema = z.strictObject({ refusals: z.array(refusedUploadSchema) });
export type RefusedUploadList = z.infer<typeof refusedUploadListSchema>;
