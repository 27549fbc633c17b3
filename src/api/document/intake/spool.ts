import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { refuse } from '../../../contract/refuse';
import { scanner, type Verdict } from '../../../plugin-services';
import { settings } from '../../../settings';

export interface Spooled {
  path: string;
  /** In bytes. */
  size: number;
  sha256: string;
  verdict: Verdict;
}

/** Where files wait for their verdict; readable by this user alone. */
export const spoolFolder = (): string =>
  settings().upload.spoolFolder || path.join(tmpdir(), `aktenpoort-spool-${process.getuid?.() ?? 0}`);

const newSpoolFile = async (): Promise<string> => {
  await mkdir(spoolFolder(), { recursive: true, mode: 0o700 });
  return path.join(spoolFolder(), randomUUID());
};

/** Reads the stream once: every part goes to the scanner and to the spool file at the pace of the slower. */
const drain = async (stream: Readable, file: string): Promise<Spooled> => {
  const scan = scanner().begin();
  const handle = await open(file, 'wx', 0o600);
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const part of stream) {
      const chunk = Buffer.from(part as Uint8Array);
      size += chunk.length;
      if (size > settings().upload.maxBytes) throw refuse('too-large', 'The file is over the limit');
      hash.update(chunk);
      await Promise.all([scan.write(chunk), handle.appendFile(chunk)]);
    }
    return { path: file, size, sha256: hash.digest('hex'), verdict: await scan.end() };
  } catch (error) {
    scan.abort();
    throw error;
  } finally {
    await handle.close();
  }
};

/** Lends the spooled and scanned file to `use`; it is removed afterwards, whatever happens. */
export const withSpooled = async <T>(stream: Readable, use: (spooled: Spooled) => Promise<T>): Promise<T> => {
  const file = await newSpoolFile();
  try {
    return await use(await drain(stream, file));
  } finally {
    await rm(file, { force: true });
  }
};
