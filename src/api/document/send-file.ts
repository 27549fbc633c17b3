import { Readable } from 'node:stream';
import contentDisposition from 'content-disposition';
import type { Context } from 'koa';
import { refuse } from '../../contract/refuse';
import type { DocumentRow } from '../../db';
import { storage, type StoredFile } from '../../plugin-services';
import { holdingBackTheEnd } from './note-reading';
import { isViewable } from './viewable';

const storedFile = ({ storage_key: hash, size }: DocumentRow): StoredFile => ({
  hash,
  ext: '',
  mime: 'application/octet-stream',
  size: Number(size),
});

/** S3 is read by the server through a link that never leaves it: nobody gets past the portal's checks. */
const readThroughLink = async (file: StoredFile): Promise<Readable> => {
  const { url } = (await storage().getSignedUrl?.(file)) ?? { url: '' };
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`The object store answered ${response.status}`);
  return Readable.fromWeb(response.body);
};

const openFile = (file: StoredFile): Promise<Readable> => storage().read?.(file) ?? readThroughLink(file);

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
  ctx.body = ctx.method === 'HEAD' ? null : await openFile(storedFile(document));
  ctx.status = 200;
  head(ctx, document, 'inline');
};

const nothing = (): Promise<void> => Promise.resolve();

/** Streams a document to be kept; `arrived` is called when all but its last part has gone out. */
export const sendDownload = async (ctx: Context, document: DocumentRow, arrived = nothing): Promise<void> => {
  ctx.body = ctx.method === 'HEAD' ? null : holdingBackTheEnd(await openFile(storedFile(document)), arrived);
  ctx.status = 200;
  head(ctx, document, 'attachment');
};
