import type { Readable } from 'node:stream';

/** An opening that is told of. */
export interface Opening {
  /** Asked before it is told: where the reader has left, nothing goes out and nothing is told. */
  isListening(): Promise<boolean>;
  /** Told before the first byte goes out; of a part from the middle, it goes on with what was begun. */
  opened(goesOn: boolean): Promise<void>;
}

/**
 * A file, or a part of it, on its way to who looks at it. Its first bytes wait for `opened`: so nobody looks at anything
 * without a trace, and who left before anything came has opened nothing.
 */
export async function* opening(file: Readable, goesOn: boolean, told: Opening): AsyncGenerator<Buffer> {
  let isOpened = false;
  for await (const part of file as AsyncIterable<Buffer>) {
    if (!isOpened) {
      if (!(await told.isListening())) return;
      await told.opened(goesOn);
      isOpened = true;
    }
    yield part;
  }
}
