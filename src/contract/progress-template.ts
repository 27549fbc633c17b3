import { z } from 'zod';
import { idSchema } from './common';

/** What a progress list can begin with; the firm writes it in the content manager. */
export const progressTemplateSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  /** What the steps are called, in their order. */
  steps: z.array(z.string()),
});
export type ProgressTemplate = z.infer<typeof progressTemplateSchema>;

export const progressTemplateListSchema = z.strictObject({ templates: z.array(progressTemplateSchema) });
