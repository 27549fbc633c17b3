import { Upload as TusUpload, type DetailedError, type HttpResponse } from 'tus-js-client';
import { z } from 'zod';
import { answerOf, cancelled, finish } from './ask';
import { codeOf, LineError, type Line } from './line';
import type { Told, Upload } from './upload';
import { whenBack } from './when-back';

const PART_BYTES = 4 * 1024 * 1024;

/** What another try mends by itself: no answer, none that is the house's, or somebody was faster. */
const OF_THE_LINE: readonly string[] = ['unreachable', 'unreadable', 'offset-conflict', 'upload-busy'];

export interface Where<T> {
  line: Line;
  schema: z.ZodType<T>;
  /** The whole address at which an upload begins. */
  begin: string;
  /** The address of one that began before; null where the file is new. */
  goOn: string | null;
}

/** An answer to HEAD has no body: these two are known by their status. */
const CODES = { 401: 'not-signed-in', 404: 'not-found' } as const;
const isKnown = (status: number): status is keyof typeof CODES => status in CODES;

const bodyOf = (answer: HttpResponse): string => {
  const status = answer.getStatus();
  if (answer.getBody() !== '' || !isKnown(status)) return answer.getBody();
  return JSON.stringify({ error: { code: CODES[status], message: '' } });
};

const failureOf = (line: Line, error: Error | DetailedError): unknown => {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  if (answer === null || answer.getStatus() === 0) return new LineError('unreachable');
  try {
    line.read(z.never(), { ...answerOf(answer), body: bodyOf(answer) });
    return new LineError('unreadable');
  } catch (thrown) {
    return thrown;
  }
};

const newUpload = <T>(file: File, { line, goOn, begin }: Where<T>): TusUpload =>
  new TusUpload(file, {
    endpoint: goOn === null ? begin : null,
    uploadUrl: goOn,
    metadata: { name: file.name, modified: String(file.lastModified) },
    onBeforeRequest: (request) => {
      for (const [name, value] of Object.entries(line.headers())) request.setHeader(name, value);
    },
    chunkSize: PART_BYTES,
    // Tried again below, as often as it takes.
    retryDelays: null,
    // On a computer that others use, too, a list of files would stay behind.
    storeFingerprintForResuming: false,
  });

/** A file that is sent in parts, by the tus protocol. */
export function inParts<T>(where: Where<T>, file: File, told: Told): Upload<T> {
  const { line, schema, begin } = where;
  const tus = newUpload(file, where);
  let stop = (): void => undefined;
  let tries = 0;
  let renewed = false;

  const beginAnew = (): void => {
    tus.url = null;
    Object.assign(tus.options, { uploadUrl: null, endpoint: begin });
    tus.start();
  };
  const run = (resolve: (result: T) => void, reject: (error: unknown) => void): void => {
    let stopped = false;
    let callOff = (): void => undefined;
    const renew = async (failure: unknown): Promise<void> => {
      renewed = true;
      const isNew = await line.renew?.().catch(() => false);
      if (stopped) return;
      if (isNew) tus.start();
      else reject(failure);
    };
    const failed = (failure: unknown): void => {
      const code = codeOf(failure);
      if (code === 'not-found' && tus.options.endpoint === null) return beginAnew();
      if (code === 'not-signed-in' && line.renew && !renewed) return void renew(failure);
      if (!OF_THE_LINE.includes(code)) return reject(failure);
      told.away(true);
      callOff = whenBack(tries++, () => tus.start());
    };
    stop = () => {
      stopped = true;
      callOff();
      void tus.abort();
      reject(new LineError('stopped'));
    };
    Object.assign(tus.options, {
      onProgress: (sent: number, total: number) => told.share(sent / total),
      onChunkComplete: () => {
        tries = 0;
        renewed = false;
        told.away(false);
      },
      // From now on it is this one that goes on: where it is not found by who was signed out, none is begun beside it.
      onUploadUrlAvailable: () => Object.assign(tus.options, { endpoint: null }),
      onError: (error: Error | DetailedError) => failed(failureOf(line, error)),
      onSuccess: ({ lastResponse }: { lastResponse: HttpResponse }) => {
        const isTold = lastResponse.getBody() !== '';
        const result = isTold
          ? Promise.resolve(answerOf(lastResponse)).then((answer) => line.read(schema, answer))
          : finish(line, schema, tus.url ?? '', file.size);
        result.then(resolve, failed);
      },
    });
    tus.start();
  };
  return {
    go: () => new Promise(run),
    pause: () => stop(),
    cancel: async () => {
      stop();
      if (tus.url === null || (await cancelled(line, tus.url))) return null;
      return finish(line, schema, tus.url, file.size).catch(() => null);
    },
  };
}
