import './without-eval';
import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../contract/errors';
import { LineError } from '../sending/line';

/** Failures that the portal tells in words of its own. */
export type OwnFailure =
  'unreachable' | 'unreadable' | 'stopped' | 'passkey-stopped' | 'passkey-known' | 'passkey-refused';

/** Why a request came to nothing; `message` is the server's sentence for the reader, null where none arrived. */
export class PortalError extends Error {
  constructor(
    readonly code: ErrorCode | OwnFailure,
    readonly sentence: string | null = null,
    readonly fields: readonly string[] = [],
  ) {
    super(sentence ?? code);
    this.name = 'PortalError';
  }
}

const isErrorCode = (code: string): code is ErrorCode => code in ERRORS;

const errorBodySchema = z.object({
  error: z.object({
    code: z.string().refine(isErrorCode),
    message: z.string(),
    fields: z.array(z.string()).optional(),
  }),
});

const parseJson = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // A proxy's error page, for instance: the caller turns it into 'unreadable'.
    return null;
  }
};

/** The parsed answer; throws a PortalError for every refusal and for whatever the contract does not know. */
export function readAnswer<T>(status: number, text: string, schema: z.ZodType<T>): T {
  const body = parseJson(text);
  if (status >= 200 && status < 300) {
    const answer = schema.safeParse(body);
    if (answer.success) return answer.data;
    throw new PortalError('unreadable');
  }
  const refusal = errorBodySchema.safeParse(body);
  if (!refusal.success) throw new PortalError('unreadable');
  const { code, message, fields } = refusal.data.error;
  throw new PortalError(isErrorCode(code) ? code : 'unexpected', message, fields);
}

/** Whatever was thrown, as a PortalError. */
export const asPortalError = (thrown: unknown): PortalError => {
  if (thrown instanceof PortalError) return thrown;
  return new PortalError(thrown instanceof LineError ? thrown.code : 'unreadable');
};
