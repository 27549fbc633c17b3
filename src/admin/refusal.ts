import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../contract/errors';

const bodySchema = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    message: z.string(),
    fields: z.array(z.string()).default([]),
  }),
});

/** The server said no; `message` is its sentence in the reader's language. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: string[],
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** The refusal an answer holds, or null where it holds none of ours. */
export const refusalIn = (body: unknown): Refusal | null => {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return null;
  const { code, message, fields } = parsed.data.error;
  return new Refusal(code, message, fields);
};
