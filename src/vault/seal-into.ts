import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { sealing, type Owner } from './sealed';

/** A file that is sealed while it arrives. */
export interface Seal {
  /** Resolves when there is room for more; rejects when the target has failed. */
  write(part: Buffer): Promise<void>;
  /** Resolves when everything has reached the target. */
  end(): Promise<void>;
  /** Gives the file up; resolves when nothing is written to the target any more. */
  abort(): Promise<void>;
}

/**
 * How much may wait to be sealed before the sender waits, in bytes. The sender goes on when there is room again, and not
 * only when nothing waits any more: each would stand still in turn.
 */
const WAITING_BYTES = 1024 * 1024;

/**
 * Seals what is written into `target`. The library's stream is never destroyed: it ends the whole process then,
 * because nobody listens to a pipeline inside it. Given up, it is left to come to its end without a target.
 */
export const sealInto = (owner: Owner, fileKey: Uint8Array, target: Writable): Seal => {
  const seal = sealing(owner, fileKey);
  let waiting = 0;
  let goOn = (): void => undefined;
  const room = (): Promise<void> => new Promise((resolve) => (goOn = resolve));
  const arrived = finished(target);
  // Looked at with every part; until then its failure is nobody's surprise.
  arrived.catch(() => undefined);
  seal.on('error', (error) => target.destroy(error));
  seal.pipe(target);
  return {
    async write(part) {
      waiting += part.length;
      seal.write(part, () => {
        waiting -= part.length;
        goOn();
      });
      if (waiting > WAITING_BYTES) await Promise.race([room(), arrived]);
    },
    async end() {
      seal.end();
      await arrived;
    },
    async abort() {
      seal.unpipe(target);
      seal.resume();
      seal.end();
      target.destroy();
      await arrived.catch(() => undefined);
    },
  };
};
