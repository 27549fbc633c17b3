import { z } from 'zod';
import { attachmentSchema } from '../../contract/document';

const PREFIX = 'aktenpoort-draft.';

export const draftSchema = z.object({
  subject: z.string(),
  body: z.string(),
  attachments: z.array(attachmentSchema),
});

/** A message that was not sent yet. */
export type Draft = z.infer<typeof draftSchema>;

const parse = (stored: string): unknown => {
  try {
    return JSON.parse(stored);
  } catch {
    // Not ours, or cut off: there is no draft.
    return null;
  }
};

/** What was typed and attached before in this tab, also across a sign-in; null where nothing was. */
export function readDraft<T>(key: string, schema: z.ZodType<T>): T | null {
  const stored = sessionStorage.getItem(PREFIX + key);
  return stored === null ? null : (schema.safeParse(parse(stored)).data ?? null);
}

export const keepDraft = (key: string, draft: unknown): void =>
  sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));

export const forgetDraft = (key: string): void => sessionStorage.removeItem(PREFIX + key);

/** Leaves nothing behind for the next person at this device. */
export const forgetDrafts = (): void =>
  Object.keys(sessionStorage)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => sessionStorage.removeItem(key));
