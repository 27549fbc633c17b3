import type { z } from 'zod';
import type { ErrorCode } from '../errors';

/** A file that travels as the whole body, in either direction. */
export const FILE = 'file';

/** A part of a file, sent by the tus protocol. */
export const PART = 'part';

/** One thing that can be asked of the server. */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As Strapi writes it: `:id` is a documentId. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  /** Headers it asks for, each with what it says. */
  headers?: Record<string, string>;
  body?: z.ZodType | typeof FILE | typeof PART;
  /** The status of success. */
  status: 200 | 201 | 202 | 204;
  answer?: z.ZodType | typeof FILE;
  /** The refusals of its own, besides those that every operation of its side has. */
  errors: ErrorCode[];
}
