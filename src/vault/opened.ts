import { pipeline, type Readable } from 'node:stream';
import { opening, sealedMaxBytes, type Owner } from './sealed';

/** Stops a file that is longer than it can be: the library would gather whatever follows the last frame. */
const watchLength = (sealed: Readable, max: number): void => {
  let read = 0;
  sealed.on('data', (part: Buffer) => {
    read += part.length;
    if (read > max) sealed.destroy(new Error('Longer than its document'));
  });
};

/**
 * The plain parts of a sealed file of `size` bytes, each verified before it is given out; throws as soon as
 * something is not as it was written, and never ends before the whole file was given.
 */
export async function* opened(
  owner: Owner,
  fileKey: Uint8Array,
  sealed: Readable,
  size: number,
): AsyncGenerator<Buffer> {
  let left = size;
  const opener = opening(owner, fileKey);
  // The library tells of the end of a reader who has left, when nobody listens any more.
  opener.on('error', () => undefined);
  watchLength(sealed, sealedMaxBytes(size));
  let plain: AsyncIterable<Buffer> = opener;
  const failure = new Promise<Error | null | undefined>((resolve) => {
    plain = pipeline(sealed, opener, resolve) as AsyncIterable<Buffer>;
  });
  for await (const part of plain) {
    left -= part.length;
    if (left < 0) break;
    yield part;
  }
  const failed = left < 0 ? undefined : await failure;
  if (failed) throw failed;
  if (left !== 0) throw new Error('Not as long as its document');
}
