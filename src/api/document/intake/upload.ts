import type { Context } from 'koa';
import type { Readable } from 'node:stream';
import { lookup } from 'mime-types';
import { FILE_NAME_HEADER } from '../../../contract/document';
import { cleanFileName } from '../../../contract/file-name';
import { refuse } from '../../../contract/refuse';
import { declaredLength, FILE_TYPE } from '../../../http/json-body';

/** A file on its way in: nothing of it has been read yet. */
export interface Upload {
  name: string;
  mimeType: string;
  /** In bytes, as its sender says; null where nothing is said. */
  size: number | null;
  stream: Readable;
}

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
  return { name, mimeType: lookup(name) || FILE_TYPE, size, stream: ctx.req };
};
