import type { z } from 'zod';
import { cleanFileName } from '../../contract/file-name';
import type { UploadView, UploadWay } from '../../contract/upload';
import { asPortalError, PortalError } from '../answer';
import { loadUploads, uploadAddress, uploadsAddress } from '../api';

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

/** Takes from the list the upload that this very file was left in, if there is one: nothing of it is kept in the browser. */
const takeLeft = (left: UploadView[], file: File): string | null => {
  const at = left.findIndex(
    ({ name, size, modified }) =>
      name === cleanFileName(file.name) && size === file.size && modified === file.lastModified,
  );
  const [found] = at === -1 ? [] : left.splice(at, 1);
  return found === undefined ? null : uploadAddress(found.id);
};

/** The protocol's code comes with the first file; a page that is older than the server's may not find it any more. */
const loadParts = () =>
  import('./in-parts').catch(() => {
    throw new PortalError('unreachable');
  });

/** Sends files into a dossier, or for a message in it, in parts: what has arrived once is not sent again. */
export const sending = <T>(dossierId: string, way: UploadWay, schema: z.ZodType<T>): Send<T> => {
  let asked: Promise<UploadView[]> | undefined;
  const leftBefore = (): Promise<UploadView[]> =>
    (asked ??= loadUploads(dossierId, way).then(({ uploads }) => uploads));
  return (file, told) => {
    let prepared: Promise<Upload<T>> | undefined;
    const prepare = async (): Promise<Upload<T>> => {
      try {
        const [{ inParts }, left] = await Promise.all([loadParts(), leftBefore()]);
        return inParts(
          { schema, begin: uploadsAddress(dossierId, way), goOn: takeLeft(left, file) },
          file,
          told,
        );
      } catch (thrown) {
        prepared = asked = undefined;
        throw asPortalError(thrown);
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
