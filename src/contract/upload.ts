import { z } from 'zod';
import { idSchema, momentSchema } from './common';
import { PUBLISHING_SHELVES } from './document';

/** Where a client's file is for: the dossier itself, or a message that is not sent yet (R67). */
export const UPLOAD_WAYS = ['dossier', 'message'] as const;
export type UploadWay = (typeof UPLOAD_WAYS)[number];

/**
 * Where a file of the firm's is for: the tab that it is published under, a message that is not sent yet, or the place of a
 * document that is published already.
 */
export const DESK_UPLOAD_WAYS = [...PUBLISHING_SHELVES, 'message', 'replacement'] as const;
export type DeskUploadWay = (typeof DESK_UPLOAD_WAYS)[number];

/** The type of a part of a file, as the tus protocol names it. */
export const PART_TYPE = 'application/offset+octet-stream';

/** How long an upload may take from its first request to its last; what is not whole by then is removed. */
export const UPLOAD_HOURS = 24;

/** How many files an account, or a member of staff, may have under way at once. */
export const UPLOADS_MAX = 50;

/** What a file of the firm's is sent for; of a replacement it says, too, which document it replaces. */
export interface DeskUploadPurpose {
  for: DeskUploadWay;
  document?: string;
}

export const uploadQuerySchema = z.strictObject({ for: z.enum(UPLOAD_WAYS) });
export const deskUploadQuerySchema = z
  .strictObject({
    for: z.enum(DESK_UPLOAD_WAYS),
    /** Which document is replaced. */
    document: idSchema.optional(),
  })
  .refine(({ for: way, document }) => (way === 'replacement') === (document !== undefined), {
    path: ['document'],
  });

/** What the tus header `Upload-Metadata` may say, besides which nothing is read of it. */
export const uploadMetadataSchema = z.object({
  name: z.string(),
  /** When the file was last changed, in milliseconds since 1970: the same file chosen again is known by it. */
  modified: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});

/** A file of which not everything has arrived, as whoever sends it sees it. */
export const uploadViewSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  /** In bytes. */
  size: z.number().int(),
  /** Of these bytes, those that are kept already. */
  received: z.number().int(),
  modified: z.number().int().nullable(),
  expiresAt: momentSchema,
});
export type UploadView = z.infer<typeof uploadViewSchema>;

export const uploadListSchema = z.strictObject({ uploads: z.array(uploadViewSchema) });
export type UploadList = z.infer<typeof uploadListSchema>;
