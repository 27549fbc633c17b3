import type { z } from 'zod';
import { cleanFileName } from '../contract/file-name';
import type { UploadView } from '../contract/upload';
import { LineError, type Line } from './line';

/** A file on its way. */
export interface Upload<T> {
  /** Begins, or goes on where it was; fails with the code 'stopped' when it is paused. */
  go: () => Promise<T>;
  pause: () => void;
  /** Gives it up, at the server too; gives what has become of it where that was too late, else null. */
  cancel: () => Promise<T | null>;
}

/** What is heard of a file while it is on its way. */
export interface Told {
  /** What has left this device, 0 to 1; at 1 the server is checking the file. */
  share: (share: number) => void;
  /** Whether the line is away; it is tried again until it is back. */
  away: (away: boolean) => void;
}

export type Send<T> = (file: File, told: Told) => Upload<T>;

/** Where files of one kind go, and what becomes of them. */
export interface Destination<T> {
  line: Line;
  schema: z.ZodType<T>;
  /** The whole address at which an upload begins. */
  begin: string;
  /** The whole address of an upload that began before. */
  address: (id: string) => string;
  /** Those that began before and did not end. */
  left: () => Promise<UploadView[]>;
}

/** A file that is refused here already. */
export const refusedUpload = <T>(error: Error): Upload<T> => ({
  go: () => Promise.reject(error),
  pause: () => undefined,
  cancel: () => Promise.resolve(null),
});

/** Takes from the list the upload that this very file was left in, if there is one: nothing of it is kept in the browser. */
const takeLeft = (left: UploadView[], file: File): UploadView | undefined => {
  const at = left.findIndex(
    ({ name, size, modified }) =>
      name === cleanFileName(file.name) && size === file.size && modified === file.lastModified,
  );
  return at === -1 ? undefined : left.splice(at, 1)[0];
};

/** The protocol's code comes with the first file; a page that is older than the server's may not find it any more. */
const loadParts = () =>
  import('./in-parts').catch(() => {
    throw new LineError('unreachable');
  });

/** Sends files in parts: what has arrived once is not sent again. */
export const sending = <T>({ left, address, ...where }: Destination<T>): Send<T> => {
  let asked: Promise<UploadView[]> | undefined;
  return (file, told) => {
    let prepared: Promise<Upload<T>> | undefined;
    const prepare = async (): Promise<Upload<T>> => {
      try {
        const [{ inParts }, known] = await Promise.all([loadParts(), (asked ??= left())]);
        const found = takeLeft(known, file);
        return inParts({ ...where, goOn: found === undefined ? null : address(found.id) }, file, told);
      } catch (thrown) {
        prepared = asked = undefined;
        throw thrown;
      }
    };
    return {
      go: async () => (await (prepared ??= prepare())).go(),
      pause: () =>
        void prepared?.then(
          (upload) => upload.pause(),
          () => undefined,
        ),
      cancel: async () => (prepared === undefined ? null : (await prepared).cancel()),
    };
  };
};
