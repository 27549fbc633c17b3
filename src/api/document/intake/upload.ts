import type { Context } from 'koa';
import type { Readable } from 'node:stream';
import { lookup } from 'mime-types';
import { FILE_NAME_HEADER } from '../../../contract/document';
import { cleanFileName } from '../../../contract/file-name';
import { refuse } from '../../../contract/refuse';
import { declaredLength, FILE_TYPE } from '../../../http/json-body';
import { settings } from '../../../settings';

/** A file on its way in: nothing of it has been read yet. */
export interface Upload {
  name: string;
  mimeType: string;
  stream: Readable;
}

const decoded = (header: string): string => {
  try {
    return decodeURIComponent(header);
  } catch {
    return '';
  }
};

/** The file that a request carries as its body. What cannot be taken is refused before it is read. */
export const uploadOf = (ctx: Context): Upload => {
  if (ctx.request.type !== FILE_TYPE) throw refuse('unsupported-type', `A file comes as ${FILE_TYPE}`);
  if (declaredLength(ctx) > settings().upload.maxBytes)
    throw refuse('too-large', 'The file is over the limit');
  const name = cleanFileName(decoded(ctx.get(FILE_NAME_HEADER)));
  if (name === '') throw refuse('invalid-input', 'A file without a name', { fields: [FILE_NAME_HEADER] });
  return { name, mimeType: lookup(name) || FILE_TYPE, stream: ctx.req };
};
