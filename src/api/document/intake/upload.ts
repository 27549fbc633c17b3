import type { Context } from 'koa';
import type { Readable } from 'node:stream';
import { lookup } from 'mime-types';
import { FILE_NAME_HEADER } from '../../../contract/document';
import { cleanFileName } from '../../../contract/file-name';
import { refuse } from '../../../contract/refuse';
import { declaredLength, FILE_TYPE } from '../../../http/json-body';

/** What a sender says of a file. */
export interface Announced {
  name: string;
  /** In bytes; null where nothing is said. */
  size: number | null;
}

/** A file on its way in: nothing of it has been read yet. */
export interface Upload extends Announced {
  mimeType: string;
  stream: Readable;
}

/** What a file of that name is taken for. */
export const mimeTypeOf = (name: string): string => lookup(name) || FILE_TYPE;

const decoded = (header: string): string => {
  try {
    return decodeURIComponent(header);
  } catch {
    return '';
  }
};

/** The file that a request carries as its body. */
export const uploadOf = (ctx: Context): Upload => {
  if (ctx.request.type !== FILE_TYPE) throw refuse('unsupported-type', `A file comes as ${FILE_TYPE}`);
  const name = cleanFileName(decoded(ctx.get(FILE_NAME_HEADER)));
  if (name === '') throw refuse('invalid-input', 'A file without a name', { fields: [FILE_NAME_HEADER] });
  const size = ctx.get('Content-Length') === '' ? null : declaredLength(ctx);
  return { name, mimeType: mimeTypeOf(name), size, stream: ctx.req };
};
