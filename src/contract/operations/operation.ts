import type { z } from 'zod';
import type { ErrorCode } from '../errors';

/** A file that travels as the whole body, in either direction. */
export const FILE = 'file';

/** One thing that can be asked of the server. */
export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As Strapi writes it: `:id` is a documentId. */
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType | typeof FILE;
  /** The status of success. */
  status: 200 | 201 | 202 | 204;
  answer?: z.ZodType | typeof FILE;
  /** The refusals of its own, besides those that every operation of its side has. */
  errors: ErrorCode[];
}
