import { z } from 'zod';
import { languageSchema, momentSchema } from './common';

export const newsItemSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Plain text; an empty line begins a paragraph. */
  body: z.string(),
  appearedAt: momentSchema,
});
export type NewsItem = z.infer<typeof newsItemSchema>;

/** The latest first. */
export const newsSchema = z.strictObject({ items: z.array(newsItemSchema) });

export const newsQuerySchema = z.strictObject({ language: languageSchema });
