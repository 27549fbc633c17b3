import { z } from 'zod';
import { languageSchema } from './common';

/** For whom an entry is meant: everybody, or who sits at a computer, or who holds a phone (R13). */
export const FAQ_DEVICES = ['all', 'computer', 'phone'] as const;
export type FaqDevice = (typeof FAQ_DEVICES)[number];

export const faqEntrySchema = z.strictObject({
  question: z.string(),
  /** Plain text; an empty line begins a paragraph. */
  answer: z.string(),
  device: z.enum(FAQ_DEVICES),
});
export type FaqEntry = z.infer<typeof faqEntrySchema>;

export const faqSchema = z.strictObject({ entries: z.array(faqEntrySchema) });
export type Faq = z.infer<typeof faqSchema>;

export const faqQuerySchema = z.strictObject({ language: languageSchema });
