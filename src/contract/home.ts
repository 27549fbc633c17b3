import { z } from 'zod';
import { idSchema, momentSchema } from './common';
import { SHELVES } from './document';

/** How many unread things Home names; how many there are it says besides. */
export const UNREAD_MAX = 20;

const tabSchema = z.enum(SHELVES).exclude(['attachment']);

const unreadSchema = z.strictObject({
  id: idSchema,
  /** The name of the file, or of the file remarked on, or the message's subject. */
  title: z.string(),
  /** Who of the firm put it there. */
  author: z.string(),
  at: momentSchema,
  /** Whether it came after the visit before this one; else it has been waiting since before. */
  isNew: z.boolean(),
  dossier: z.strictObject({ id: idSchema, description: z.string() }),
});

/** Something of the firm that this account has not opened yet. */
export const unreadItemSchema = z.discriminatedUnion('kind', [
  unreadSchema.extend({ kind: z.literal('document'), shelf: tabSchema }),
  unreadSchema.extend({ kind: z.literal('message') }),
  /** Its title is that of the document on which it was made. */
  unreadSchema.extend({ kind: z.literal('remark'), shelf: tabSchema, document: idSchema }),
]);
export type UnreadItem = z.infer<typeof unreadItemSchema>;

/** What a client sees at once (R41, R43, R44). */
export const homeViewSchema = z.strictObject({
  dossiers: z.strictObject({
    total: z.number().int(),
    inProgress: z.number().int(),
    /** The dossier of who has just one (R42). */
    only: idSchema.nullable(),
  }),
  /** What the client still has to fill in. */
  openActions: z.number().int(),
  /** When the visit before this one began; null at the first one. */
  lastVisitAt: momentSchema.nullable(),
  unread: z.strictObject({
    total: z.number().int(),
    /** How many of them came after the visit before this one. */
    new: z.number().int(),
    /** The newest first. */
    items: z.array(unreadItemSchema).max(UNREAD_MAX),
  }),
});
export type HomeView = z.infer<typeof homeViewSchema>;
