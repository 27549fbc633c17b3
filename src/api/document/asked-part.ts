import type { Context } from 'koa';
import parseRange from 'range-parser';
import { refuse } from '../../contract/refuse';
import type { DocumentRow } from '../../db';
import type { Part } from '../../vault';

/** A document never changes: its hash names its bytes for good. */
export const tagOf = ({ sha_256 }: Pick<DocumentRow, 'sha_256'>): string => `"${sha_256}"`;

/** A part of the file is wanted only as long as it is the file of which one has the rest. */
const isStillTheSame = (ctx: Context, document: DocumentRow): boolean => {
  const condition = ctx.get('If-Range');
  return condition === '' || condition === tagOf(document);
};

/** The last so many bytes; of a file that is shorter, that is all of it. */
const isMoreThanAll = (asked: string, size: number): boolean =>
  Number(/^bytes=-(\d+)$/.exec(asked)?.[1] ?? 0) > size;

/**
 * The one part of a file that a request asks for. Undefined is the whole file, which also answers whoever asks for
 * several parts at once, or in words that HTTP does not know. Refuses a part that the file does not have.
 */
export const askedPart = (ctx: Context, document: DocumentRow): Part | undefined => {
  const [asked, size] = [ctx.get('Range'), Number(document.size)];
  if (ctx.method !== 'GET' || !asked.startsWith('bytes=') || !isStillTheSame(ctx, document)) return undefined;
  const parts = parseRange(size, asked);
  if (parts === -1 && !isMoreThanAll(asked, size)) {
    ctx.set('Content-Range', `bytes */${size}`);
    throw refuse('no-such-part', `${asked} of ${size} bytes`);
  }
  const [part, ...others] = typeof parts === 'number' ? [] : parts;
  return part === undefined || others.length > 0 ? undefined : { first: part.start, last: part.end };
};
