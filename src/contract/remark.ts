import { z } from 'zod';
import { idSchema, momentSchema } from './common';
import { bodySchema, DIRECTIONS } from './message';

/** Something to be said about a document (R65); as long as a message may be, and counted the same way. */
export const newRemarkSchema = z.strictObject({ body: bodySchema });
export type NewRemark = z.input<typeof newRemarkSchema>;

export const remarkViewSchema = z.strictObject({
  id: idSchema,
  direction: z.enum(DIRECTIONS),
  /** Who wrote it. */
  author: z.string(),
  body: z.string(),
  writtenAt: momentSchema,
  /** Read by the reader's side for the first time, now; false for what the reader's side wrote. */
  unread: z.boolean(),
});
export type RemarkView = z.infer<typeof remarkViewSchema>;

/** What was said about a document, the oldest first. */
export const remarkThreadSchema = z.strictObject({
  remarks: z.array(remarkViewSchema),
  abilities: z.strictObject({ write: z.boolean() }),
});
export type RemarkThread = z.infer<typeof remarkThreadSchema>;

/** A remark as staff see it: `readings` tells which account has read it and when. */
export const deskRemarkSchema = remarkViewSchema.extend({
  readings: z.array(z.strictObject({ reader: z.string(), openedAt: momentSchema.nullable() })),
});
export type DeskRemark = z.infer<typeof deskRemarkSchema>;

export const deskRemarkThreadSchema = remarkThreadSchema.extend({ remarks: z.array(deskRemarkSchema) });
export type DeskRemarkThread = z.infer<typeof deskRemarkThreadSchema>;
