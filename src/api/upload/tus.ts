import type { Context } from 'koa';
import { Readable } from 'node:stream';
import type { Upload as TusUpload } from '@tus/server' with { 'resolution-mode': 'import' };
import type { ErrorCode } from '../../contract/errors';
import { refuse, Refusal } from '../../contract/refuse';
import { UPLOAD_HOURS } from '../../contract/upload';

/** What the protocol's server asks of whoever keeps the bytes. */
export interface Keeper {
  /** Begins the upload that the request announces; gives its id. */
  begin?: (size: number, metadata: Record<string, string | null>) => Promise<string>;
  /** The upload that the address names. */
  known?: { id: string; size: number; received: number; createdAt: Date };
  /** Keeps what comes as the bytes from `from` on; gives how many are kept then. */
  keep?: (from: number, stream: Readable) => Promise<number>;
  /** Everything has arrived. */
  finish?: () => Promise<void>;
}

const EXTENSIONS = ['creation', 'expiration'];

/** What is told to the protocol's server of a request, and to the client of its answer; nothing else passes. */
const ASKED = ['content-type', 'content-length', 'tus-resumable', 'upload-concat', 'upload-defer-length'];
const ASKED_TOO = ['upload-length', 'upload-metadata', 'upload-offset'];
const TOLD = ['location', 'upload-expires', 'upload-length', 'upload-offset'];

/** The protocol's own refusals, in our codes. */
const CODES: Record<number, ErrorCode> = { 404: 'not-found', 409: 'offset-conflict', 413: 'too-large' };

/** A line that is cut is an end like another: what has come by then counts. */
async function* arriving({ req }: Context): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of req.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch (error) {
    if (!req.destroyed) throw error;
  }
}

const requestOf = (ctx: Context): Request => {
  const headers = [...ASKED, ...ASKED_TOO].map((name): [string, string] => [name, ctx.get(name)]);
  const init = { method: ctx.method, headers: headers.filter(([, value]) => value !== '') };
  const address = `http://portal${ctx.path}`;
  if (ctx.method !== 'PATCH') return new Request(address, init);
  const body = Readable.toWeb(Readable.from(arriving(ctx), { objectMode: false })) as ReadableStream;
  return new Request(address, { ...init, body, duplex: 'half' });
};

/** The database says who comes first, on all nodes alike. */
const NO_LOCKS = { newLock: () => ({ lock: () => Promise.resolve(), unlock: () => Promise.resolve() }) };

const storeMethods = ({ begin, known, keep }: Keeper, made: (id: string) => TusUpload) => ({
  extensions: EXTENSIONS,
  getExpiration: () => UPLOAD_HOURS * 60 * 60_000,
  create: async (upload: TusUpload): Promise<TusUpload> => {
    const id = await begin?.(upload.size ?? 0, upload.metadata ?? {});
    return Object.assign(upload, { id });
  },
  getUpload: (id: string): Promise<TusUpload> => Promise.resolve(made(known?.id ?? id)),
  write: async (stream: Readable, _id: string, from: number): Promise<number> =>
    from === known?.size ? from : ((await keep?.(from, stream)) ?? from),
});

/** A server for this one request: it knows who asks, and cannot mix up two of them. */
const serverFor = async (keeper: Keeper, path: string, failed: (error: unknown) => void) => {
  const { DataStore, Server, Upload } = await import('@tus/server');
  const made = (id: string): TusUpload => {
    const { size = 0, received = 0, createdAt = new Date() } = keeper.known ?? {};
    return new Upload({ id, size, offset: received, creation_date: createdAt.toISOString() });
  };
  return new Server({
    path,
    relativeLocation: true,
    datastore: Object.assign(new DataStore(), storeMethods(keeper, made)),
    locker: NO_LOCKS,
    allowedOrigins: () => false,
    getFileIdFromRequest: () => keeper.known?.id,
    onUploadFinish: async () => {
      await keeper.finish?.();
      return {};
    },
    onResponseError: (_request, error) => {
      failed(error);
      return undefined;
    },
  });
};

/** Says which protocol is spoken; the refusals say it, too. */
export const speakTus = (ctx: Context): void => ctx.set('Tus-Resumable', '1.0.0');

/** Lets the protocol's server answer the request; every refusal, ours and its own, is thrown in the contract's form. */
export const answerTus = async (ctx: Context, path: string, keeper: Keeper): Promise<void> => {
  speakTus(ctx);
  let failure: unknown;
  const server = await serverFor(keeper, path, (error) => (failure = error));
  const response = await server.handleWeb(requestOf(ctx));
  if (failure instanceof Refusal) throw failure;
  // What it throws on its own account are no errors but texts for a client.
  if (failure instanceof Error && response.status >= 500) throw failure;
  if (response.status >= 400)
    throw refuse(
      CODES[response.status] ?? 'invalid-input',
      `Against the tus protocol: ${await response.text()}`,
    );
  for (const name of TOLD) {
    const value = response.headers.get(name);
    if (value !== null) ctx.set(name, value);
  }
  ctx.status = response.status;
};
