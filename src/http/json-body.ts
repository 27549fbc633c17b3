import type { Context } from 'koa';
import { refuse } from '../contract/refuse';
import { PART_TYPE } from '../contract/upload';

/** In bytes. A message of 4,000 characters is at most 16 kB of UTF-8, escaped at most 48 kB. */
const JSON_MAX = 128 * 1024;
/** The type of an uploaded file, whose bytes are left in the stream for the route that expects them. */
export const FILE_TYPE = 'application/octet-stream';

/** How long the body is, in bytes, as its sender says; 0 where nothing is said. */
export const declaredLength = (ctx: Context): number => Number(ctx.get('Content-Length'));

const read = async (ctx: Context): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req) {
    if (!Buffer.isBuffer(chunk)) throw refuse('unsupported-type', 'The body is not made of bytes');
    size += chunk.length;
    if (size > JSON_MAX) throw refuse('too-large', `A JSON body over ${JSON_MAX} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refuse('invalid-input', 'The body is not JSON');
  }
};

const hasBody = (ctx: Context): boolean =>
  declaredLength(ctx) > 0 || ctx.headers['transfer-encoding'] !== undefined;

const isFile = (type: string): boolean => type === FILE_TYPE || type === PART_TYPE;

/** Reads a JSON body; a file, or a part of one, stays unread in its stream; every other kind of body is refused before it is read. */
export const readBody = async (ctx: Context): Promise<void> => {
  if (!hasBody(ctx) || isFile(ctx.request.type)) return;
  if (ctx.request.type !== 'application/json')
    throw refuse('unsupported-type', `A body of type ${ctx.request.type}`);
  if (declaredLength(ctx) > JSON_MAX) throw refuse('too-large', `A JSON body over ${JSON_MAX} bytes`);
  ctx.state.json = parsed(await read(ctx));
};
