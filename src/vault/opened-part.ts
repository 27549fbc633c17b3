import type { Readable } from 'node:stream';
import { frameOf, openedFrame, type Frame } from './frame';
import { openedHead, type Head } from './head';
import { FRAME_BYTES, HEAD_MAX_BYTES, SEALED_FRAME_BYTES, type Owner } from './sealed';

/** A part of a file by its first and its last byte, both of them in it, as HTTP counts. */
export interface Part {
  first: number;
  last: number;
}

/** Gives a part of the sealed bytes, or less where the file ends before. */
export type ReadSealed = (part: Part) => Promise<Readable>;

/** Cuts a stream into pieces of the asked lengths; the last one is shorter where the stream ends. */
const cutting = (stream: Readable): ((length: number) => Promise<Buffer>) => {
  const parts = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  let rest: Buffer = Buffer.alloc(0);
  return async (length) => {
    const gathered: Buffer[] = [rest];
    for (let missing = length - rest.length; missing > 0;) {
      const part = await parts.next();
      if (part.done === true) break;
      gathered.push(part.value);
      missing -= part.value.length;
    }
    const all = Buffer.concat(gathered);
    rest = all.subarray(length);
    return all.subarray(0, length);
  };
};

const headOf = async (owner: Owner, fileKey: Uint8Array, read: ReadSealed): Promise<Head> => {
  const stream = await read({ first: 0, last: HEAD_MAX_BYTES - 1 });
  return openedHead(owner, fileKey, await cutting(stream)(HEAD_MAX_BYTES));
};

const framesOf = (size: number, { first, last }: Part): Frame[] => {
  const [from, to] = [Math.floor(first / FRAME_BYTES), Math.floor(last / FRAME_BYTES)];
  return Array.from({ length: to - from + 1 }, (_, beside) => frameOf(size, from + beside));
};

/** Where the frames stand in the sealed file. */
const reachOf = (head: Head, frames: Frame[]): Part => {
  const first = head.length + (frames[0]?.number ?? 0) * SEALED_FRAME_BYTES;
  return { first, last: first + frames.reduce((sum, { sealedLength }) => sum + sealedLength, 0) - 1 };
};

/** What of a frame lies in the part. */
const within = (plain: Buffer, { number }: Frame, { first, last }: Part): Buffer => {
  const begin = number * FRAME_BYTES;
  return plain.subarray(Math.max(first - begin, 0), last + 1 - begin);
};

/**
 * A part of a sealed file of `size` bytes, by reading no more than the frames it lies in; each is verified before
 * anything of it is given out. What is wrong in other frames is not seen here. Who gave `read` closes what it opened.
 */
export async function* openedPart(
  owner: Owner,
  fileKey: Uint8Array,
  read: ReadSealed,
  { size, part }: { size: number; part: Part },
): AsyncGenerator<Buffer> {
  const head = await headOf(owner, fileKey, read);
  try {
    const frames = framesOf(size, part);
    const next = cutting(await read(reachOf(head, frames)));
    for (const frame of frames)
      yield within(openedFrame(head, frame, await next(frame.sealedLength)), frame, part);
  } finally {
    head.dispose();
  }
}
