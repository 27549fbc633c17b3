import { Socket, type OnReadOpts } from 'node:net';

/** In bytes; clamd's answers are a line. */
const HEARD_AT_ONCE = 4_096;

/**
 * A connection that hears out who has hung up on it. clamd says why it wants no more of a file and closes; a write that
 * meets the closed end would throw the connection away together with that answer, which has arrived but was not read.
 */
export class Line extends Socket {
  /** True from when something of what was sent could not be handed over. */
  broken = false;

  /** `hear` gets what comes in; not by the event `data`, which a failed write silences at once. */
  constructor(hear: (data: Buffer) => void) {
    const onread: OnReadOpts = {
      buffer: Buffer.alloc(HEARD_AT_ONCE),
      callback: (length, buffer) => {
        hear(Buffer.from(buffer.subarray(0, length)));
        return true;
      },
    };
    // The types know it of `connect` alone, which hands it on to this constructor.
    const options: { onread: OnReadOpts } & ConstructorParameters<typeof Socket>[0] = { onread };
    super(options);
  }

  override destroy(error?: Error): this {
    if (!error || this.broken) return super.destroy(error);
    this.broken = true;
    // What has arrived is read between the two.
    setImmediate(() => setImmediate(() => super.destroy(error)));
    return this;
  }
}
