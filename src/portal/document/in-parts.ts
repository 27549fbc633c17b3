import { DefaultHttpStack, Upload as TusUpload, type DetailedError, type HttpResponse } from 'tus-js-client';
import { z } from 'zod';
import { SESSION_HEADER } from '../../contract/account';
import { PART_TYPE } from '../../contract/upload';
import { asPortalError, PortalError } from '../answer';
import { heard, nothing, spoken } from '../api';
import type { Told, Upload } from './upload';

const PART_BYTES = 4 * 1024 * 1024;

/** How long to wait for the line before each further try, in milliseconds; the last goes for all that follow. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** What another try mends by itself: no answer, none that is the portal's, or somebody was faster. */
const OF_THE_LINE: readonly string[] = ['unreachable', 'unreadable', 'offset-conflict', 'upload-busy'];

export interface Where<T> {
  schema: z.ZodType<T>;
  /** The address at which an upload begins. */
  begin: string;
  /** The address of one that began before; null where the file is new. */
  goOn: string | null;
}

const read = <T>(schema: z.ZodType<T>, answer: HttpResponse): T =>
  heard(schema, answer.getStatus(), answer.getBody(), answer.getHeader(SESSION_HEADER) ?? null);

/** An answer to HEAD has no body: these two are known by their status. */
const CODES = { 401: 'not-signed-in', 404: 'not-found' } as const;
const isKnown = (status: number): status is keyof typeof CODES => status in CODES;

const bodyOf = (answer: HttpResponse): string => {
  const status = answer.getStatus();
  if (answer.getBody() !== '' || !isKnown(status)) return answer.getBody();
  return JSON.stringify({ error: { code: CODES[status], message: '' } });
};

const failureOf = (error: Error | DetailedError): PortalError => {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  if (answer === null || answer.getStatus() === 0) return new PortalError('unreachable');
  try {
    heard(z.never(), answer.getStatus(), bodyOf(answer), null);
    return new PortalError('unreadable');
  } catch (thrown) {
    return asPortalError(thrown);
  }
};

const headers = () => ({ Accept: 'application/json', 'Accept-Language': spoken() });

/** Asks for the document of a file that has arrived: the answer to its last part was lost, or said to try again. */
const finish = async <T>(schema: z.ZodType<T>, address: string, size: number): Promise<T> => {
  const request = new DefaultHttpStack({}).createRequest('PATCH', address);
  const said = {
    ...headers(),
    'Tus-Resumable': '1.0.0',
    'Upload-Offset': String(size),
    'Content-Type': PART_TYPE,
  };
  for (const [name, value] of Object.entries(said)) request.setHeader(name, value);
  const answer = await request.send(null).catch(() => {
    throw new PortalError('unreachable');
  });
  return read(schema, answer);
};

const cancelled = async (address: string): Promise<boolean> => {
  const request = new DefaultHttpStack({}).createRequest('DELETE', address);
  for (const [name, value] of Object.entries(headers())) request.setHeader(name, value);
  const answer = await request.send(null);
  if (answer.getStatus() === 404) return false;
  read(nothing, answer);
  return true;
};

/** Calls `again` after a while, or as soon as the device has a line again; gives what calls it off. */
const whenBack = (tries: number, again: () => void): (() => void) => {
  const callOff = (): void => {
    clearTimeout(timer);
    window.removeEventListener('online', now);
  };
  const now = (): void => {
    callOff();
    again();
  };
  const timer = setTimeout(now, WAITS[Math.min(tries, WAITS.length - 1)]);
  window.addEventListener('online', now);
  return callOff;
};

const newUpload = (file: File, goOn: string | null, begin: string): TusUpload =>
  new TusUpload(file, {
    endpoint: goOn === null ? location.origin + begin : null,
    uploadUrl: goOn === null ? null : location.origin + goOn,
    metadata: { name: file.name, modified: String(file.lastModified) },
    headers: headers(),
    chunkSize: PART_BYTES,
    // Tried again below, as often as it takes.
    retryDelays: null,
    // On a computer that others use, too, a list of files would stay behind.
    storeFingerprintForResuming: false,
  });

/** A file that is sent in parts, by the tus protocol. */
export function inParts<T>({ schema, begin, goOn }: Where<T>, file: File, told: Told): Upload<T> {
  const tus = newUpload(file, goOn, begin);
  let stop = (): void => undefined;
  let tries = 0;

  const beginAnew = (): void => {
    tus.url = null;
    Object.assign(tus.options, { uploadUrl: null, endpoint: location.origin + begin });
    tus.start();
  };
  const run = (resolve: (result: T) => void, reject: (error: PortalError) => void): void => {
    let callOff = (): void => undefined;
    const failed = (failure: PortalError): void => {
      if (failure.code === 'not-found' && tus.options.endpoint === null) return beginAnew();
      if (!OF_THE_LINE.includes(failure.code)) return reject(failure);
      told.away(true);
      callOff = whenBack(tries++, () => tus.start());
    };
    stop = () => {
      callOff();
      void tus.abort();
      reject(new PortalError('stopped'));
    };
    Object.assign(tus.options, {
      onProgress: (sent: number, total: number) => told.share(sent / total),
      onChunkComplete: () => {
        tries = 0;
        told.away(false);
      },
      // From now on it is this one that goes on: where it is not found by who was signed out, none is begun beside it.
      onUploadUrlAvailable: () => Object.assign(tus.options, { endpoint: null }),
      onError: (error: Error | DetailedError) => failed(failureOf(error)),
      onSuccess: ({ lastResponse }: { lastResponse: HttpResponse }) => {
        const result = lastResponse.getBody() === '' ? finish(schema, tus.url ?? '', file.size) : undefined;
        Promise.resolve(result ?? Promise.resolve(lastResponse).then((answer) => read(schema, answer))).then(
          resolve,
          (thrown: unknown) => failed(asPortalError(thrown)),
        );
      },
    });
    tus.start();
  };
  return {
    go: () => new Promise(run),
    pause: () => stop(),
    cancel: async () => {
      stop();
      if (tus.url === null || (await cancelled(tus.url))) return null;
      return finish(schema, tus.url, file.size).catch(() => null);
    },
  };
}
