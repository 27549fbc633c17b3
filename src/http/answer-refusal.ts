import type { Context } from 'koa';
import type { ErrorBody, ErrorCode } from '../contract/errors';
import { Refusal } from '../contract/refuse';
import { errorText } from '../texts';
import { readerLanguage } from './reader-language';

/** What Strapi itself refuses (an address that cannot be read, no such route, a missing or ended admin session) in our own codes. */
const STRAPI: Record<number, ErrorCode> = {
  400: 'invalid-input',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  405: 'method-not-allowed',
  501: 'method-not-allowed',
};

export const codeOfStatus = (status: number): ErrorCode => STRAPI[status] ?? 'unexpected';

/** Only what is meant for who asked: a status that another service gave to us is a fault of ours. */
const isExposed = (error: unknown): error is Error & { status: number } =>
  error instanceof Error &&
  'expose' in error &&
  error.expose === true &&
  'status' in error &&
  typeof error.status === 'number';

const statusOf = (error: unknown): number => (isExposed(error) ? error.status : 500);

/** Who asked has hung up in the middle: nobody is left to answer, and nothing is broken. */
const hasHungUp = (ctx: Context): boolean => ctx.req.destroyed && !ctx.req.complete;

const asRefusal = (ctx: Context, error: unknown): Refusal => {
  if (error instanceof Refusal) {
    // What is out of order on our side is for those who run it, too.
    if (error.status >= 500) strapi.log.error(error.message);
    return error;
  }
  if (hasHungUp(ctx)) return new Refusal('unexpected', 'The line was cut');
  const code = codeOfStatus(statusOf(error));
  if (code !== 'unexpected') return new Refusal(code, 'Refused by Strapi');
  strapi.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return new Refusal('unexpected', 'Something broke; the stack is in the log');
};

/** In seconds. */
const RETRY_AFTER = '5';

/** Writes the refusal as the contract says, in the reader's language. */
export const answerRefusal = (ctx: Context, error: unknown): void => {
  const refusal = asRefusal(ctx, error);
  const body: ErrorBody = {
    error: {
      code: refusal.code,
      message: errorText(readerLanguage(ctx), refusal.code, refusal.detail),
      ...refusal.detail,
    },
  };
  ctx.status = refusal.status;
  if (refusal.code === 'busy') ctx.set('Retry-After', RETRY_AFTER);
  ctx.body = body;
  // What was not read of the body is not read any more.
  if (!ctx.req.complete) ctx.set('Connection', 'close');
};
