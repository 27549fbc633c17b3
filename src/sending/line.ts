import type { z } from 'zod';

/** What the server answered, on whichever way it was asked. */
export interface Answer {
  status: number;
  body: string;
  header: (name: string) => string | null;
}

/** How one side of the house speaks with its server. */
export interface Line {
  /** What each request says; asked for anew each time, because a token may have been renewed meanwhile. */
  headers: () => Record<string, string>;
  /** The parsed answer; throws what it refuses, as an error with a `code`. */
  read: <T>(schema: z.ZodType<T>, answer: Answer) => T;
  /** Gets a new token where the last is not taken any more; false where there is none to get. */
  renew?: () => Promise<boolean>;
}

/** Why nothing was heard, in codes beside the server's own. */
export class LineError extends Error {
  constructor(readonly code: 'unreachable' | 'unreadable' | 'stopped') {
    super(code);
    this.name = 'LineError';
  }
}

/** The code of whatever was thrown. */
export const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'unreadable';

/** Refusals of the moment; the same file may well arrive at the next try. */
const PASSING: readonly string[] = [
  'unreachable',
  'unreadable',
  'unexpected',
  'scanner-unavailable',
  'key-unavailable',
  'storage-unavailable',
];

/** Whether sending a file again may end otherwise; an infected file stays infected. */
export const mayPass = (thrown: unknown): boolean => PASSING.includes(codeOf(thrown));
