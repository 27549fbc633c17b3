import { randomBytes } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { opened } from '../../src/vault/opened';
import { sealInto } from '../../src/vault/seal-into';
import { FRAME_BYTES, newFileKey, type Owner } from '../../src/vault/sealed';

const OWNER: Owner = { document: 'd'.repeat(24), dossier: 'o'.repeat(24) };
const KEY = newFileKey();
/** Of a frame that is not the last, besides what it holds. */
const FRAME_EXTRA = 32;

const inParts = (bytes: Buffer, length: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, n) =>
    bytes.subarray(n * length, (n + 1) * length),
  );

const sealed = async (plain: Buffer, part = 64 * 1024, key: Buffer = KEY, owner = OWNER): Promise<Buffer> => {
  const target = new PassThrough({ highWaterMark: 16 * 1024 });
  const whole = buffer(target);
  const seal = sealInto(owner, key, target);
  for (const one of inParts(plain, part)) await seal.write(one);
  await seal.end();
  return whole;
};

/** What a reader got before the file ended, and whether it ended well. */
const read = async (
  bytes: Buffer,
  size: number,
  { part = 64 * 1024, key = KEY, owner = OWNER } = {},
): Promise<{ given: Buffer; whole: boolean }> => {
  const parts: Buffer[] = [];
  try {
    const source = Readable.from(inParts(bytes, part), { objectMode: false });
    for await (const one of opened(owner, key, source, size)) parts.push(one);
    return { given: Buffer.concat(parts), whole: true };
  } catch {
    return { given: Buffer.concat(parts), whole: false };
  }
};

const flipped = (bytes: Buffer, at: number, bit = at % 8): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
};

describe('a sealed file', () => {
  it('comes out as it went in, whatever its length and however it arrives', async () => {
    const lengths = fc.oneof(
      fc.integer({ min: 0, max: 2_000 }),
      fc.integer({ min: -2, max: 2 }).map((beside) => FRAME_BYTES + beside),
      fc.integer({ min: -1, max: 1 }).map((beside) => 3 * FRAME_BYTES + beside),
    );
    const part = fc.integer({ min: 1_000, max: 2 * FRAME_BYTES });
    const same = async (length: number, into: number, from: number): Promise<void> => {
      const plain = randomBytes(length);
      const back = await read(await sealed(plain, into), length, { part: from });
      expect([back.whole, back.given.equals(plain)]).toEqual([true, true]);
    };
    await fc.assert(fc.asyncProperty(lengths, part, part, same), { numRuns: 60 });
  });

  it('is never accepted with a single bit changed, wherever in it', async () => {
    const bytes = await sealed(Buffer.from('Small, and secret'));
    for (let at = 0; at < bytes.length; at += 1)
      expect([at, await read(flipped(bytes, at), 17)]).toEqual([
        at,
        { given: Buffer.alloc(0), whole: false },
      ]);
  });

  it('of several frames gives out only what was verified before the changed bit, and never ends well', async () => {
    const plain = randomBytes(3 * FRAME_BYTES + 500);
    const bytes = await sealed(plain);
    const head = bytes.length - plain.length - 3 * FRAME_EXTRA - 40;
    const places = fc.oneof(
      fc.nat(bytes.length - 1),
      // Where a frame says its number and length.
      fc.tuple(fc.nat(3), fc.nat(40)).map(([n, beside]) => head + n * (FRAME_BYTES + FRAME_EXTRA) + beside),
    );
    const refused = async (at: number, bit: number, part: number): Promise<void> => {
      const { given, whole } = await read(flipped(bytes, at, bit), plain.length, { part });
      expect(whole).toBe(false);
      expect(given.length).toBeLessThanOrEqual(Math.max(0, at - head));
      expect(given.equals(plain.subarray(0, given.length))).toBe(true);
    };
    const part = fc.integer({ min: 20_000, max: 400_000 });
    await fc.assert(fc.asyncProperty(places, fc.nat(7), part, refused), { numRuns: 120 });
  });

  it('that was cut is never whole, wherever the cut', async () => {
    const plain = randomBytes(2 * FRAME_BYTES);
    const bytes = await sealed(plain);
    const head = bytes.length - plain.length - 2 * FRAME_EXTRA - 40;
    const borders = [0, 1, 2].flatMap((n) =>
      [-1, 0, 1].map((beside) => head + n * (FRAME_BYTES + FRAME_EXTRA) + beside),
    );
    for (const at of [0, 1, 100, ...borders, bytes.length - 1])
      expect([at, (await read(bytes.subarray(0, at), plain.length)).whole]).toEqual([at, false]);
  });

  it('whose frames were moved, left out or doubled is never whole', async () => {
    const plain = randomBytes(3 * FRAME_BYTES + 1);
    const bytes = await sealed(plain);
    const head = bytes.length - plain.length - 3 * FRAME_EXTRA - 40;
    const frame = (n: number): Buffer =>
      bytes.subarray(head + n * (FRAME_BYTES + FRAME_EXTRA), head + (n + 1) * (FRAME_BYTES + FRAME_EXTRA));
    for (const order of [[1, 0, 2, 3], [0, 2, 3], [0, 0, 1, 2, 3], [0, 1, 3], [3]]) {
      const forged = Buffer.concat([bytes.subarray(0, head), ...order.map(frame)]);
      expect([order, (await read(forged, plain.length)).whole]).toEqual([order, false]);
    }
  });

  it('opens for no other document, no other dossier, and with no other key', async () => {
    const bytes = await sealed(Buffer.from('mine'));
    const others = [
      { owner: { ...OWNER, document: 'e'.repeat(24) } },
      { owner: { ...OWNER, dossier: 'e'.repeat(24) } },
      { key: newFileKey() },
    ];
    for (const other of others)
      expect(await read(bytes, 4, other)).toEqual({ given: Buffer.alloc(0), whole: false });
  });

  it('that is longer or shorter than its document is not whole', async () => {
    const bytes = await sealed(randomBytes(1_000));
    expect([(await read(bytes, 999)).whole, (await read(bytes, 1_001)).whole]).toEqual([false, false]);
    const grown = Buffer.concat([bytes, Buffer.alloc(100_000)]);
    expect((await read(grown, 1_000)).whole).toBe(false);
  });

  it('is closed when its reader leaves in the middle', async () => {
    const bytes = await sealed(randomBytes(4 * FRAME_BYTES));
    const source = Readable.from(inParts(bytes, 10_000), { objectMode: false });
    for await (const part of opened(OWNER, KEY, source, 4 * FRAME_BYTES)) if (part.length > 0) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(source.destroyed).toBe(true);
  });

  it('that was given up in the middle harms nobody', async () => {
    const target = new PassThrough();
    const seal = sealInto(OWNER, KEY, target);
    await seal.write(randomBytes(10_000));
    await seal.abort();
    expect(target.destroyed).toBe(true);
  });

  it('whose target fails tells who writes', async () => {
    const target = new PassThrough({ highWaterMark: 1_000 });
    const seal = sealInto(OWNER, KEY, target);
    target.destroy(new Error('The disk is full'));
    const writing = async (): Promise<void> => {
      for (let n = 0; n < 100; n += 1) await seal.write(randomBytes(FRAME_BYTES));
      await seal.end();
    };
    await expect(writing()).rejects.toMatchObject({ message: 'The disk is full' });
    await seal.abort();
  });
});
