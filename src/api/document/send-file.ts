import { Readable } from 'node:stream';
import contentDisposition from 'content-disposition';
import type { Context } from 'koa';
import { refuse } from '../../contract/refuse';
import type { DocumentRow } from '../../db';
import type { Part } from '../../vault';
import { askedPart, tagOf } from './asked-part';
import { delivering, type Delivery } from './delivery';
import { opening, type Opening } from './opening';
import { begun } from './stored/begun';
import { openDocument } from './stored/open-document';
import { isViewable } from './viewable';

/**
 * An answer that has begun cannot be refused any more: a file that turns out to be damaged on the way ends with a
 * broken line and never like a whole one.
 */
async function* orBrokenLine(ctx: Context, parts: AsyncIterable<unknown>): AsyncGenerator<unknown> {
  try {
    yield* parts;
  } catch (error) {
    strapi.log.error(error instanceof Error ? error.message : String(error));
    ctx.res.destroy();
  }
}

/**
 * Answers with a file whose first part is at hand. What goes out are `parts`, where somebody keeps an eye on them: each
 * is asked for when the one before has gone to the line, with nothing that gathers them in between.
 */
export const send = (ctx: Context, file: Readable, parts: AsyncIterable<unknown> = file): void => {
  // A reader who leaves before the first part has nothing running that would close the file.
  ctx.body = Readable.from(orBrokenLine(ctx, parts), { objectMode: false }).once('close', () =>
    file.destroy(),
  );
};

/** The file may show itself and nothing more: no script, no frame of other pages, no request of its own. */
const sandboxed = (ctx: Context, mimeType: string): void => {
  // The browser's own PDF viewer does not start in a sandbox; it runs no script of the page's origin.
  const sandbox = mimeType === 'application/pdf' ? '' : ' sandbox;';
  ctx.set(
    'Content-Security-Policy',
    `default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self';${sandbox} frame-ancestors 'self'`,
  );
};

const head = (ctx: Context, document: DocumentRow, type: 'inline' | 'attachment', part?: Part): void => {
  const size = Number(document.size);
  ctx.status = part === undefined ? 200 : 206;
  ctx.set('Accept-Ranges', 'bytes');
  // By its tag a reader who asks for the rest knows that it is the same file's; nobody may keep the file by it.
  ctx.set('ETag', tagOf(document));
  if (part !== undefined) ctx.set('Content-Range', `bytes ${part.first}-${part.last}/${size}`);
  ctx.set('Content-Disposition', contentDisposition(document.name, { type }));
  ctx.type = type === 'inline' ? document.mime_type : 'application/octet-stream';
  ctx.length = part === undefined ? size : part.last - part.first + 1;
};

/** Streams a document, or the asked part of it, to be looked at in the browser. */
export const sendView = async (ctx: Context, document: DocumentRow, told?: Opening): Promise<void> => {
  if (!isViewable(document.mime_type))
    throw refuse('unsupported-type', `${document.mime_type} is download only`);
  const part = askedPart(ctx, document);
  sandboxed(ctx, document.mime_type);
  if (ctx.method !== 'HEAD') {
    const file = await openDocument(document, part);
    // Its first part is waited for here: where the opening cannot be noted, a refusal still can be answered.
    send(ctx, file, told && (await begun(opening(file, part !== undefined && part.first > 0, told))));
  }
  head(ctx, document, 'inline', part);
};

/** The reader has what lies before the part, and the part has all that is left: with it the delivery is whole. */
const isTheRest = ({ first, last }: Part, size: number, { reached }: Delivery): boolean =>
  first <= reached && last === size - 1;

/**
 * Streams a document, or the asked part of it, to be kept. Where the delivery is told of, the only part is the rest of
 * what the reader has begun: whoever asks for another is sent the whole, and has nothing uncounted.
 */
export const sendDownload = async (
  ctx: Context,
  document: DocumentRow,
  delivery?: Delivery,
): Promise<void> => {
  const asked = askedPart(ctx, document);
  const size = Number(document.size);
  const part = delivery && asked && !isTheRest(asked, size, delivery) ? undefined : asked;
  if (ctx.method !== 'HEAD') {
    const file = await openDocument(document, part);
    const way = { first: part?.first ?? 0, size };
    send(ctx, file, delivery && delivering(file, way, delivery));
  }
  head(ctx, document, 'attachment', part);
};
