import { createWriteStream } from 'node:fs';
import { link as linkFile, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

interface ProviderFile {
  hash: string;
  ext?: string;
  stream?: Readable;
  /** Where a whole file lies that is on the disk already, and to which nobody writes any more. */
  filepath?: string;
  buffer?: Buffer;
  url?: string;
}

/** How much of a file is read at once; smaller is slower. */
const READ_BYTES = 1024 * 1024;

/** Keys are the portal's own; one that is not would name a file somewhere else. */
const NAME = /^[\w-]+(\.\w+)?$/;

const targetOf = (folder: string, { hash, ext = '' }: ProviderFile): string => {
  const name = `${hash}${ext}`;
  if (!NAME.test(name)) throw new Error('A stored file has a generated name');
  return path.join(folder, name);
};

const partOf = (folder: string, file: ProviderFile): string => `${targetOf(folder, file)}.part`;

/** A second name for a file that is there already costs nothing; on another disk it has to be copied. */
const link = async (from: string, to: string): Promise<boolean> => {
  try {
    await linkFile(from, to);
    return true;
  } catch {
    return false;
  }
};

/** A name that was not written down with its folder is gone when the power fails. */
const keepNames = async (folder: string): Promise<void> => {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Written beside and renamed: a file is there whole, or not at all. */
const write = async (folder: string, file: ProviderFile, stream: Readable): Promise<void> => {
  const [target, part] = [targetOf(folder, file), partOf(folder, file)];
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    if (file.filepath === undefined || !(await link(file.filepath, part)))
      await pipeline(stream, createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, target);
    await keepNames(folder);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  // Nothing is ever served from this folder by its address.
  file.url = `private:${path.basename(target)}`;
};

/** With what a process that was killed had written of it. */
const remove = async (folder: string, file: ProviderFile): Promise<void> => {
  for (const name of [targetOf(folder, file), partOf(folder, file)]) await rm(name, { force: true });
};

async function* list(folder: string, before: Date): AsyncGenerator<string> {
  for await (const { name } of await opendir(folder)) {
    const found = await stat(path.join(folder, name)).catch(() => undefined);
    // One that is gone meanwhile was removed by who uses the folder.
    if (found !== undefined && found.mtime < before) yield name;
  }
}

/** An upload provider that keeps files in a folder no web server shows. */
export const init = ({ folder }: { folder: string }) => ({
  upload: (file: ProviderFile) => write(folder, file, Readable.from([file.buffer ?? Buffer.alloc(0)])),
  uploadStream: (file: ProviderFile) => write(folder, file, file.stream ?? Readable.from([])),
  replace: (file: ProviderFile) => write(folder, file, Readable.from([file.buffer ?? Buffer.alloc(0)])),
  replaceStream: (file: ProviderFile) => write(folder, file, file.stream ?? Readable.from([])),
  delete: (file: ProviderFile) => remove(folder, file),
  // Opened before it is given away: a file that is not there is an error now, not in the middle of an answer.
  read: async (file: ProviderFile, part?: { first: number; last: number }) => {
    const handle = await open(targetOf(folder, file));
    const reach = part && { start: part.first, end: part.last };
    return handle.createReadStream({ highWaterMark: READ_BYTES, ...reach });
  },
  // In a promise as everything here is: the upload plugin waits for whatever a provider does.
  list: (before: Date) => Promise.resolve(list(folder, before)),
  isPrivate: () => true,
  getSignedUrl: (file: ProviderFile) => Promise.resolve({ url: file.url ?? '' }),
});
