import { z } from 'zod';
import { idSchema, isPlainText, lineSchema, momentSchema } from './common';
import { sentAttachmentSchema } from './document';

export const SUBJECT_MAX = 200;
export const BODY_MAX = 4000;
/** The most that any firm allows with one message; how many this one does is a setting of its own. */
export const ATTACHMENTS_MAX = 200;

const normal = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The length of a message as both sides count it (R73): code points, a line break counting one. */
export const messageLength = (text: string): number => Array.from(normal(text)).length;

/** The text cut to `BODY_MAX`, counted as `messageLength` counts. */
export const cutMessage = (text: string): string => Array.from(normal(text)).slice(0, BODY_MAX).join('');

/** What one side writes to the other. */
export const bodySchema = z
  .string()
  .transform(normal)
  .refine((text) => text.trim().length > 0)
  .refine(isPlainText)
  .refine((text) => messageLength(text) <= BODY_MAX);

export const newMessageSchema = z.strictObject({
  subject: lineSchema(SUBJECT_MAX),
  body: bodySchema,
  attachmentIds: z.array(idSchema).max(ATTACHMENTS_MAX).default([]),
  /** The message this one answers. */
  replyTo: idSchema.nullable().default(null),
});
export type NewMessage = z.input<typeof newMessageSchema>;

export const DIRECTIONS = ['from-firm', 'from-client'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A line of the message list; the text comes with opening it. */
export const messageRowSchema = z.strictObject({
  id: idSchema,
  direction: z.enum(DIRECTIONS),
  /** Who wrote it. */
  author: z.string(),
  subject: z.string(),
  sentAt: momentSchema,
  /** Not yet opened by the reader's side; false for what the reader's side wrote. */
  unread: z.boolean(),
  attachmentCount: z.number().int(),
});
export type MessageRow = z.infer<typeof messageRowSchema>;

export const messageListSchema = z.strictObject({ messages: z.array(messageRowSchema) });
export type MessageList = z.infer<typeof messageListSchema>;

export const messageViewSchema = messageRowSchema.extend({
  body: z.string(),
  attachments: z.array(sentAttachmentSchema),
  /** The message this one answers, for showing under a reply (R71). */
  replyTo: z
    .strictObject({
      id: idSchema,
      author: z.string(),
      subject: z.string(),
      /** Null to a client who has not opened it: nothing is read without its trace (B2). */
      body: z.string().nullable(),
      sentAt: momentSchema,
    })
    .nullable(),
  abilities: z.strictObject({ reply: z.boolean() }),
});
export type MessageView = z.infer<typeof messageViewSchema>;

/** A message as staff see it: `readings` tells which account opened it and when. */
export const deskMessageSchema = messageViewSchema.extend({
  readings: z.array(z.strictObject({ reader: z.string(), openedAt: momentSchema.nullable() })),
});
export type DeskMessage = z.infer<typeof deskMessageSchema>;
