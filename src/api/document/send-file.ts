import { Readable } from 'node:stream';
import contentDisposition from 'content-disposition';
import type { Context } from 'koa';
import { refuse } from '../../contract/refuse';
import type { DocumentRow } from '../../db';
import { holdingBackTheEnd } from './note-reading';
import { openDocument } from './stored/open-document';
import { isViewable } from './viewable';

/**
 * An answer that has begun cannot be refused any more: a file that turns out to be damaged on the way ends with a
 * broken line and never like a whole one.
 */
async function* orBrokenLine(ctx: Context, file: Readable): AsyncGenerator<unknown> {
  try {
    yield* file;
  } catch (error) {
    strapi.log.error(error instanceof Error ? error.message : String(error));
    ctx.res.destroy();
  }
}

const send = (ctx: Context, file: Readable): void => {
  // A reader who leaves before the first part has nothing running that would close the file.
  ctx.body = Readable.from(orBrokenLine(ctx, file), { objectMode: false }).once('close', () =>
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

const head = (ctx: Context, document: DocumentRow, type: 'inline' | 'attachment'): void => {
  ctx.set('Content-Disposition', contentDisposition(document.name, { type }));
  ctx.type = type === 'inline' ? document.mime_type : 'application/octet-stream';
  ctx.length = Number(document.size);
};

/** Streams a document to be looked at in the browser. */
export const sendView = async (ctx: Context, document: DocumentRow): Promise<void> => {
  if (!isViewable(document.mime_type))
    throw refuse('unsupported-type', `${document.mime_type} is download only`);
  sandboxed(ctx, document.mime_type);
  if (ctx.method !== 'HEAD') send(ctx, await openDocument(document));
  ctx.status = 200;
  head(ctx, document, 'inline');
};

const nothing = (): Promise<void> => Promise.resolve();

/** Streams a document to be kept; `arrived` is called when all but its last part has gone out. */
export const sendDownload = async (ctx: Context, document: DocumentRow, arrived = nothing): Promise<void> => {
  if (ctx.method !== 'HEAD') send(ctx, holdingBackTheEnd(await openDocument(document), arrived));
  ctx.status = 200;
  head(ctx, document, 'attachment');
};
