import { open, type FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';

/** How much may wait to be written, in bytes. */
const WAITING_BYTES = 1024 * 1024;

/** After so many bytes the disk is asked to keep what it has; so little is left to wait for at the end of the file. */
const KEPT_EVERY_BYTES = 16 * 1024 * 1024;

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** A new file that is surely on the disk when it has ended, also if the power fails. */
export class SpoolFile extends Writable {
  #handle: FileHandle | undefined;
  #sinceKept = 0;
  #keeping: Promise<void> | undefined;
  #refused: Error | undefined;

  constructor(private readonly path: string) {
    super({ highWaterMark: WAITING_BYTES });
  }

  override _construct(done: (error?: Error) => void): void {
    this.#after(
      open(this.path, 'wx', 0o600).then((handle) => void (this.#handle = handle)),
      done,
    );
  }

  override _writev(parts: { chunk: Buffer }[], done: (error?: Error) => void): void {
    this.#after(this.#write(parts.map(({ chunk }) => chunk)), done);
  }

  override _final(done: (error?: Error) => void): void {
    this.#after(this.#keep(), done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const close = async (): Promise<void> => {
      await this.#keeping;
      await this.#handle?.close();
    };
    close().then(
      () => done(error),
      (failure: unknown) => done(error ?? asError(failure)),
    );
  }

  async #write(parts: Buffer[]): Promise<void> {
    const bytes = parts.reduce((sum, { length }) => sum + length, 0);
    const { bytesWritten } = await this.#opened().writev(parts);
    // A disk may take less than it was given, and says only at the next bytes that it is full.
    if (bytesWritten < bytes) await this.#opened().appendFile(Buffer.concat(parts).subarray(bytesWritten));
    this.#sinceKept += bytes;
    if (this.#sinceKept < KEPT_EVERY_BYTES || this.#keeping) return;
    this.#sinceKept = 0;
    this.#keeping = this.#opened()
      .datasync()
      // Kept until the end: a disk says once that it lost something, and "all well" when it is asked again.
      .catch((error: unknown) => void (this.#refused = asError(error)))
      .finally(() => (this.#keeping = undefined));
  }

  async #keep(): Promise<void> {
    await this.#keeping;
    if (this.#refused) throw this.#refused;
    await this.#opened().datasync();
  }

  #opened(): FileHandle {
    if (this.#handle === undefined) throw new Error('Nothing is written before the file is open');
    return this.#handle;
  }

  #after(work: Promise<void>, done: (error?: Error) => void): void {
    work.then(
      () => done(),
      (error: unknown) => done(asError(error)),
    );
  }
}
