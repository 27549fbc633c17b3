import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { refuse } from '../../../contract/refuse';
import { scanner, type Verdict } from '../../../plugin-services';
import { settings } from '../../../settings';
import { FRAME_BYTES, opened, sealInto, type Owner } from '../../../vault';
import { HEAD_BYTES } from './file-kind';
import { SpoolFile } from './spool-file';

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
  /** Of what arrived, in hexadecimal; empty where it was given up before its end. */
  sha256: string;
  /** The first of what arrived. */
  head: Buffer;
  verdict: Verdict;
}

/** Where files wait for their verdict; readable by this user alone. */
export const spoolFolder = (): string =>
  settings().upload.spoolFolder || path.join(tmpdir(), `aktenpoort-spool-${process.getuid?.() ?? 0}`);

/** A disk that is full or gone is a fault that passes, and none of the file's. */
const onDisk = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refuse('storage-unavailable', `The spool does not take a file: ${reason}`);
  }
};

const newSpoolFile = async (): Promise<string> => {
  await onDisk(mkdir(spoolFolder(), { recursive: true, mode: 0o700 }));
  return path.join(spoolFolder(), randomUUID());
};

const asBuffer = (part: unknown): Buffer => (Buffer.isBuffer(part) ? part : Buffer.from(part as Uint8Array));

/** What is known of a file while it passes, however long it is. */
const measuring = () => {
  const head = Buffer.alloc(HEAD_BYTES);
  let size = 0;
  return {
    add(chunk: Buffer): number {
      if (size < HEAD_BYTES) chunk.copy(head, size);
      return (size += chunk.length);
    },
    taken: () => ({ size, head: head.subarray(0, size) }),
  };
};

/** What is handed on at once, in bytes: the 64 KiB that a socket gives cost as much work each as a frame does. */
const PIECE_BYTES = FRAME_BYTES;

/** How long what has come may wait to be handed on, in milliseconds: the scanner does not wait long for a slow line. */
const PIECE_MS = 1_000;

/** What arrives, in pieces; as soon as it is longer than it may be, without waiting for more. */
async function* inPieces(stream: Readable, maxBytes: number): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = [];
  let [size, arrived, since] = [0, 0, performance.now()];
  for await (const part of stream) {
    const chunk = asBuffer(part);
    gathered.push(chunk);
    size += chunk.length;
    arrived += chunk.length;
    const isPiece = size >= PIECE_BYTES || performance.now() - since > PIECE_MS;
    if (!isPiece && arrived <= maxBytes) continue;
    yield Buffer.concat(gathered, size);
    [gathered, size, since] = [[], 0, performance.now()];
  }
  if (size > 0) yield Buffer.concat(gathered, size);
}

/** How much of a spool file is read at once. */
const READ_BYTES = 1024 * 1024;

/**
 * Opens the sealed file again, whole, and gives the SHA-256 of what it holds: nobody is told that a file has arrived which
 * does not open. Clamd, which looks at a file only when it has all of it, is at work meanwhile.
 */
const openAgain = async (path: string, { owner, fileKey }: SealedFor, size: number): Promise<string> => {
  const hash = createHash('sha256');
  const sealed = createReadStream(path, { highWaterMark: READ_BYTES });
  for await (const part of opened(owner, fileKey, sealed, size)) hash.update(part);
  return hash.digest('hex');
};

/**
 * Reads the stream once: every piece goes to the scanner and, sealed, to the spool at the pace of the slower. What is
 * longer than `maxBytes` is read no further.
 */
const drain = async (stream: Readable, path: string, seal: SealedFor, maxBytes: number): Promise<Spooled> => {
  const scan = scanner().begin();
  const file = sealInto(seal.owner, seal.fileKey, new SpoolFile(path));
  const measured = measuring();
  const giveUp = async (): Promise<void> => {
    scan.abort();
    await file.abort();
  };
  try {
    for await (const chunk of inPieces(stream, maxBytes)) {
      if (measured.add(chunk) > maxBytes) {
        await giveUp();
        const verdict: Verdict = { status: 'refused', reason: 'too-large' };
        return { path, ...measured.taken(), sha256: '', verdict };
      }
      await Promise.all([scan.write(chunk), onDisk(file.write(chunk))]);
    }
    const taken = measured.taken();
    const kept = async (): Promise<string> => {
      await file.end();
      return openAgain(path, seal, taken.size);
    };
    const [verdict, sha256] = await Promise.all([scan.end(), onDisk(kept())]);
    return { path, ...taken, sha256, verdict };
  } catch (error) {
    await giveUp();
    throw error;
  }
};

/** Lends the path of a new file in the spool to `use`; what is there is removed afterwards, whatever happens. */
const withSpoolFile = async <T>(use: (path: string) => Promise<T>): Promise<T> => {
  const file = await newSpoolFile();
  try {
    return await use(file);
  } finally {
    await rm(file, { force: true });
  }
};

/** Lends the sealed and scanned file to `use`; it is removed afterwards, whatever happens. */
export const withSpooled = <T>(
  stream: Readable,
  seal: SealedFor,
  maxBytes: number,
  use: (spooled: Spooled) => Promise<T>,
): Promise<T> => withSpoolFile(async (path) => use(await drain(stream, path, seal, maxBytes)));

const sealAlone = async (stream: Readable, path: string, seal: SealedFor): Promise<number> => {
  const file = sealInto(seal.owner, seal.fileKey, new SpoolFile(path));
  let size = 0;
  try {
    for await (const part of stream) {
      const chunk = asBuffer(part);
      size += chunk.length;
      await onDisk(file.write(chunk));
    }
    await onDisk(file.end());
    return size;
  } catch (error) {
    await file.abort();
    throw error;
  }
};

/** Lends what comes, sealed and not scanned, to `use`: for a part of a file, which the scanner sees when it is whole. */
export const withSealed = <T>(
  stream: Readable,
  seal: SealedFor,
  use: (sealed: Pick<Spooled, 'path' | 'size'>) => Promise<T>,
): Promise<T> => withSpoolFile(async (path) => use({ path, size: await sealAlone(stream, path, seal) }));
