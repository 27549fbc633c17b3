import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { refuse } from '../../../contract/refuse';
import { scanner, type Verdict } from '../../../plugin-services';
import { settings } from '../../../settings';
import { sealInto, type Owner } from '../../../vault';

/** Whose file it is, and the key that seals it. */
export interface SealedFor {
  owner: Owner;
  fileKey: Uint8Array;
}

export interface Spooled {
  /** Of the sealed file; what arrived is on no disk. */
  path: string;
  /** Of what arrived, in bytes. */
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

const asBuffer = (part: unknown): Buffer => (Buffer.isBuffer(part) ? part : Buffer.from(part as Uint8Array));

/** Reads the stream once: every part goes to the scanner and, sealed, to the spool at the pace of the slower. */
const drain = async (stream: Readable, path: string, seal: SealedFor): Promise<Spooled> => {
  const scan = scanner().begin();
  const file = sealInto(seal.owner, seal.fileKey, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const part of stream) {
      const chunk = asBuffer(part);
      size += chunk.length;
      if (size > settings().upload.maxBytes) throw refuse('too-large', 'The file is over the limit');
      hash.update(chunk);
      await Promise.all([scan.write(chunk), file.write(chunk)]);
    }
    await file.end();
    return { path, size, sha256: hash.digest('hex'), verdict: await scan.end() };
  } catch (error) {
    scan.abort();
    await file.abort();
    throw error;
  }
};

/** Lends the sealed and scanned file to `use`; it is removed afterwards, whatever happens. */
export const withSpooled = async <T>(
  stream: Readable,
  seal: SealedFor,
  use: (spooled: Spooled) => Promise<T>,
): Promise<T> => {
  const file = await newSpoolFile();
  try {
    return await use(await drain(stream, file, seal));
  } finally {
    await rm(file, { force: true });
  }
};
