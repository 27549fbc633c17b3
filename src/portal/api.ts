// The only file that knows fetch. The contract's schemas parse every answer.
import './without-eval';
import { z } from 'zod';
import { SESSION_HEADER, sessionViewSchema, type SessionEnds } from '../contract/account';
import { firmViewSchema } from '../contract/firm';
import { asPortalError, PortalError, readAnswer } from './answer';
import { dropFirstAnswer, dropFirstAnswers, firstAnswer } from './first-answers';

export const BASE = '/api/portal';
export const nothing = z.undefined();
export const accepted = z.object({});

let tellSignedOut = (): void => {};

/** Calls `listener` whenever the server says that nobody is signed in (any more). */
export const onSignedOut = (listener: () => void): void => {
  tellSignedOut = listener;
};

let tellEnds = (_ends: SessionEnds): void => {};

/** Calls `listener` with how long the session lasts, whenever the server says so. */
export const onSessionEnds = (listener: (ends: SessionEnds) => void): void => {
  tellEnds = listener;
};

const noteSession = (header: string | null): void => {
  const [, idle, overall] = /^idle=(\d+), overall=(\d+)$/.exec(header ?? '') ?? [];
  if (idle && overall) tellEnds({ idle: Number(idle), overall: Number(overall) });
};

/** The language of refusals, read from the page itself so that it is never written twice. */
export const spoken = (): string => document.documentElement.lang;

const watch = (error: PortalError): PortalError => {
  if (error.code === 'not-signed-in') tellSignedOut();
  return error;
};

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** The part of a file that is wanted, as HTTP writes it: `bytes=0-99`. */
  range?: string;
  signal?: AbortSignal;
}

const send = async (path: string, { method = 'GET', body, range, signal }: Call): Promise<Response> => {
  dropFirstAnswers();
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': spoken() };
  if (range !== undefined) headers.Range = range;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    return await fetch(BASE + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch {
    throw new PortalError(signal?.aborted ? 'stopped' : 'unreachable');
  }
};

/** Asks the server; whoever takes the answer reads it. */
export async function ask(path: string, options: Call = {}): Promise<Response> {
  const response = await send(path, options);
  noteSession(response.headers.get(SESSION_HEADER));
  return response;
}

/** What was said to a request that went another way than `ask`. */
export function heard<T>(schema: z.ZodType<T>, status: number, text: string, session: string | null): T {
  noteSession(session);
  try {
    return readAnswer(status, text, schema);
  } catch (thrown) {
    throw watch(asPortalError(thrown));
  }
}

/** The parsed answer; throws what it refuses. */
export const parsed = async <T>(schema: z.ZodType<T>, response: Response): Promise<T> =>
  heard(schema, response.status, await response.text(), response.headers.get(SESSION_HEADER));

/** Asks the server, and parses its answer. */
export const call = async <T>(schema: z.ZodType<T>, path: string, options: Call = {}): Promise<T> =>
  parsed(schema, await ask(path, options));

/** A question that the page may have been sent the answer to; without one, and from then on, it is asked. */
export interface Question<T> {
  (signal?: AbortSignal): Promise<T>;
  /** The answer that came with the page, until it is taken. */
  first: () => T | null;
  take: () => void;
}

export const question = <T>(schema: z.ZodType<T>, path: string): Question<T> =>
  Object.assign((signal?: AbortSignal) => call(schema, path, { signal }), {
    first: () => firstAnswer(schema, path),
    take: () => dropFirstAnswer(path),
  });

/** Asks for a file that is made for the reader; one that breaks off on its way is none. */
export async function fetchFile(path: string): Promise<Blob> {
  const response = await ask(path, { method: 'POST' });
  if (!response.ok) return parsed(z.never(), response);
  return response.blob().catch(() => {
    throw new PortalError('unreachable');
  });
}

export const loadFirm = question(firmViewSchema, '/firm');

export const loadSession = question(sessionViewSchema, '/session');
