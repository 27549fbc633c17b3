import { Readable } from 'node:stream';

async function* begunWith(
  first: IteratorResult<Buffer>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  if (first.done !== true) yield first.value;
  yield* rest;
}

/** A stream whose first part is at hand: what is wrong at the beginning is thrown here, while it can be refused. */
export const begun = async (parts: AsyncGenerator<Buffer>): Promise<Readable> =>
  Readable.from(begunWith(await parts.next(), parts), { objectMode: false });
