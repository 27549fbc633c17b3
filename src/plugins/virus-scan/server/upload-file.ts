import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Scan } from './scan';
import type { Verdict } from './verdict';

/** What Strapi's upload plugin hands to a provider, as far as it matters here. */
export interface UploadFile {
  name?: string;
  stream?: Readable;
  buffer?: Buffer;
}

export interface Screened {
  verdict: Verdict;
  /** Bytes read; fewer than the file has when the verdict came early. */
  size: number;
  sha256: string;
}

/**
 * Scans what the file holds and lends it to `use` together with the verdict.
 * A stream can be read only once, so it goes through a temporary file, which is always removed.
 */
export async function screen<T>(
  file: UploadFile,
  scan: Scan,
  use: (screened: Screened) => Promise<T>,
): Promise<T> {
  try {
    if (file.buffer) return await use(await drain([file.buffer], scan));
    if (file.stream) return await screenStream(file, file.stream, scan, use);
    throw new Error('An upload without content cannot be scanned');
  } finally {
    scan.abort();
  }
}

async function screenStream<T>(
  file: UploadFile,
  stream: Readable,
  scan: Scan,
  use: (screened: Screened) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'virus-scan-'));
  const spool = join(folder, 'upload');
  try {
    const handle = await open(spool, 'wx', 0o600);
    const screened = await drain(stream, scan, (chunk) => handle.appendFile(chunk)).finally(() =>
      handle.close(),
    );
    const again = createReadStream(spool);
    file.stream = again;
    return await use(screened).finally(() => again.destroy());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function drain(
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  scan: Scan,
  keep: (chunk: Buffer) => Promise<void> = async () => undefined,
): Promise<Screened> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of content) {
    if (scan.settled) break;
    const chunk = Buffer.from(part);
    size += chunk.length;
    hash.update(chunk);
    await Promise.all([scan.write(chunk), keep(chunk)]);
  }
  return { verdict: await scan.end(), size, sha256: hash.digest('hex') };
}
