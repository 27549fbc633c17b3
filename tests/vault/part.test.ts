import { randomBytes } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { openedPart, type Part } from '../../src/vault/opened-part';
import { sealInto } from '../../src/vault/seal-into';
import { FRAME_BYTES, newFileKey, SEALED_FRAME_BYTES, type Owner } from '../../src/vault/sealed';

const OWNER: Owner = { document: 'd'.repeat(24), dossier: 'o'.repeat(24) };
const KEY = newFileKey();
const PLAIN = randomBytes(3 * FRAME_BYTES + 500);
const LAST_FRAME_EXTRA = 40;

const sealed = async (plain: Buffer, key: Buffer = KEY): Promise<Buffer> => {
  const target = new PassThrough();
  const whole = buffer(target);
  const seal = sealInto(OWNER, key, target);
  await seal.write(plain);
  await seal.end();
  return whole;
};

/** A store that hands out what is asked for in pieces, and keeps count. */
const storeOf = (bytes: Buffer, piece = 100_000) => {
  const store = { given: 0, read: (_part: Part): Promise<Readable> => Promise.reject(new Error('Unasked')) };
  store.read = ({ first, last }) => {
    const asked = bytes.subarray(first, last + 1);
    store.given += asked.length;
    const pieces = Array.from({ length: Math.ceil(asked.length / piece) }, (_, n) =>
      asked.subarray(n * piece, (n + 1) * piece),
    );
    return Promise.resolve(Readable.from(pieces, { objectMode: false }));
  };
  return store;
};

/** What is given out of a part before it ends or fails. */
const read = async (
  bytes: Buffer,
  part: Part,
  { size = PLAIN.length, key = KEY, owner = OWNER, piece = 100_000 } = {},
): Promise<{ given: Buffer; whole: boolean }> => {
  const parts: Buffer[] = [];
  try {
    const opening = openedPart(owner, key, storeOf(bytes, piece).read, { size, part });
    for await (const one of opening) parts.push(one);
    return { given: Buffer.concat(parts), whole: true };
  } catch {
    return { given: Buffer.concat(parts), whole: false };
  }
};

const NOTHING = { given: Buffer.alloc(0), whole: false };

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
  return copy;
};

describe('a part of a sealed file', () => {
  let file: Buffer;
  let head: number;
  beforeAll(async () => {
    file = await sealed(PLAIN);
    head = file.length - PLAIN.length - 3 * (SEALED_FRAME_BYTES - FRAME_BYTES) - LAST_FRAME_EXTRA;
  });
  const frame = (n: number): Buffer =>
    file.subarray(head + n * SEALED_FRAME_BYTES, head + (n + 1) * SEALED_FRAME_BYTES);

  it('is the same bytes as in the whole, wherever it begins and ends', async () => {
    const place = fc.oneof(
      fc.nat(PLAIN.length - 1),
      fc.tuple(fc.nat(2), fc.integer({ min: -1, max: 1 })).map(([n, by]) => (n + 1) * FRAME_BYTES + by),
    );
    const same = async (one: number, other: number, piece: number): Promise<void> => {
      const part = { first: Math.min(one, other), last: Math.max(one, other) };
      const { given, whole } = await read(file, part, { piece });
      expect(whole).toBe(true);
      expect(given.equals(PLAIN.subarray(part.first, part.last + 1))).toBe(true);
    };
    await fc.assert(fc.asyncProperty(place, place, fc.integer({ min: 500, max: 900_000 }), same), {
      numRuns: 80,
    });
  });

  it.each([1, FRAME_BYTES - 1, FRAME_BYTES, 2 * FRAME_BYTES])('can be all of %i bytes', async (size) => {
    const plain = randomBytes(size);
    const { given, whole } = await read(await sealed(plain), { first: 0, last: size - 1 }, { size });
    expect([whole, given.equals(plain)]).toEqual([true, true]);
  });

  it('costs its own frames and the head, and nothing of the rest', async () => {
    const store = storeOf(file);
    const part = { first: FRAME_BYTES + 7, last: FRAME_BYTES + 8 };
    await buffer(Readable.from(openedPart(OWNER, KEY, store.read, { size: PLAIN.length, part })));
    expect(store.given).toBe(2 * 1024 + SEALED_FRAME_BYTES);
  });

  it('is refused where one bit of the head or of its frame was changed, and nothing of it given out', async () => {
    const part = { first: FRAME_BYTES, last: FRAME_BYTES + 9 };
    const inFrame = Array.from({ length: 18 }, (_, n) => head + SEALED_FRAME_BYTES + n);
    const inTag = Array.from({ length: 16 }, (_, n) => head + 2 * SEALED_FRAME_BYTES - 1 - n);
    const places = [...Array.from({ length: head }, (_, n) => n), ...inFrame, ...inTag];
    for (const at of places) expect([at, await read(flipped(file, at), part)]).toEqual([at, NOTHING]);
  });

  it('never comes out of another frame than the one that was written there', async () => {
    const forge = (...frames: Buffer[]): Buffer => Buffer.concat([file.subarray(0, head), ...frames]);
    const forged = [
      forge(frame(1), frame(0), frame(2), frame(3)),
      forge(frame(0), frame(0), frame(2), frame(3)),
      forge(frame(0), frame(2), frame(3)),
      forge(frame(0), frame(3)),
    ];
    const part = { first: FRAME_BYTES, last: FRAME_BYTES + 9 };
    for (const bytes of forged) expect(await read(bytes, part)).toEqual(NOTHING);
  });

  it('never comes out of another file under the same key', async () => {
    const other = await sealed(randomBytes(PLAIN.length));
    const mixed = Buffer.concat([file.subarray(0, head), other.subarray(head)]);
    expect(await read(mixed, { first: 0, last: 9 })).toEqual(NOTHING);
  });

  it('opens for no other document, no other dossier, and with no other key', async () => {
    const others = [
      { owner: { ...OWNER, document: 'e'.repeat(24) } },
      { owner: { ...OWNER, dossier: 'e'.repeat(24) } },
      { key: newFileKey() },
    ];
    for (const other of others) expect(await read(file, { first: 0, last: 3 }, other)).toEqual(NOTHING);
  });

  it('is never whole of a file that was cut or is not as long as its document', async () => {
    const end = { first: PLAIN.length - 10, last: PLAIN.length - 1 };
    for (const cut of [100, head, head + 3 * SEALED_FRAME_BYTES + 20, file.length - 1])
      expect([cut, await read(file.subarray(0, cut), end)]).toEqual([cut, NOTHING]);
    for (const size of [PLAIN.length - 1, PLAIN.length + 1])
      expect(await read(file, { first: size - 10, last: size - 1 }, { size })).toEqual(NOTHING);
  });
});
