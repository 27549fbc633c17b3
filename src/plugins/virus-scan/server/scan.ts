import type { VirusScanConfig } from './config';
import { Line } from './line';
import { readAnswer, unavailable, type UnavailableReason, type Verdict } from './verdict';

/** One file on its way through the scanner. Nothing here ever throws or rejects: trouble becomes the verdict. */
export interface Scan {
  /** Hands over the next bytes; resolves when there is room for more, at once when the verdict is known. */
  write(chunk: Buffer): Promise<void>;
  /** Says that the file is complete and waits for the verdict. */
  end(): Promise<Verdict>;
  /** Gives the file up; the verdict is `unavailable`. */
  abort(): void;
  /** True when the verdict is known already, so that the rest of the file need not be read. */
  readonly settled: boolean;
}

/**
 * How much may wait for clamd before the sender waits too, in bytes. The sender goes on when there is room again: waiting
 * for every chunk, or until nothing waits any more, leaves both idle in turn.
 */
const WAITING_BYTES = 1024 * 1024;

const LONGEST_ANSWER = 4_096;
const END_OF_FILE = Buffer.alloc(4);

/** Begins a scan with clamd's INSTREAM; `clean` only if clamd answered exactly `stream: OK` to the whole file. */
export function beginScan(config: VirusScanConfig): Scan {
  if (!config.socket && !config.host) return notConfigured;
  return new ClamdScan(config);
}

const notConfigured: Scan = {
  write: async () => undefined,
  end: async () => unavailable('not-configured'),
  abort: () => undefined,
  settled: true,
};

class ClamdScan implements Scan {
  private readonly socket = new Line((data) => this.read(data));
  private readonly deadline: NodeJS.Timeout;
  private patience: NodeJS.Timeout | undefined;
  private readonly waiting = new Set<() => void>();
  private readonly verdict: Promise<Verdict>;
  private resolveVerdict: (verdict: Verdict) => void = () => undefined;
  private answer = '';
  private sent = 0;
  private connected = false;
  private ended = false;
  settled = false;

  constructor(private readonly config: VirusScanConfig) {
    this.verdict = new Promise((resolve) => {
      this.resolveVerdict = resolve;
    });
    this.deadline = setTimeout(() => this.giveUp('overdue'), config.overallMs);
    this.patience = setTimeout(() => this.giveUp('unreachable', 'No connection in time'), config.connectMs);
    this.listen();
    this.socket.connect(
      config.socket ? { path: config.socket } : { host: config.host ?? '', port: config.port },
    );
    this.socket.write('zINSTREAM\0');
  }

  async write(chunk: Buffer): Promise<void> {
    // An empty chunk means "end of file" to clamd: what follows would never be looked at.
    if (this.settled || this.ended || chunk.length === 0) return;
    this.sent += chunk.length;
    if (this.sent > this.config.maxBytes) return this.settle({ status: 'refused', reason: 'too-large' });
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    this.socket.cork();
    this.socket.write(length);
    this.socket.write(chunk, () => this.taken());
    this.socket.uncork();
    if (this.socket.writableLength > WAITING_BYTES) await this.room();
  }

  end(): Promise<Verdict> {
    if (!this.settled && !this.ended) {
      this.ended = true;
      this.socket.write(END_OF_FILE);
      this.watch();
    }
    return this.verdict;
  }

  abort(): void {
    this.giveUp('aborted');
  }

  private listen(): void {
    this.socket.on('connect', () => {
      this.connected = true;
      this.watch();
    });
    this.socket.on('end', () => this.giveUp('cut-off', this.answer || 'Closed without an answer'));
    this.socket.on('error', (error) =>
      this.giveUp(this.connected ? 'cut-off' : 'unreachable', error.message),
    );
    this.socket.on('close', () => this.giveUp('cut-off'));
  }

  /** Clamd has taken some of what waited for it. */
  private taken(): void {
    if (this.socket.writableLength <= WAITING_BYTES) this.release();
    this.watch();
  }

  private room(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.add(resolve);
      this.watch();
    });
  }

  /** Runs the clock only while clamd is the one waited for: a slow sender is not clamd's silence. */
  private watch(): void {
    if (!this.connected || this.settled) return;
    clearTimeout(this.patience);
    if (!this.ended && this.waiting.size === 0) return;
    this.patience = setTimeout(() => this.giveUp('silent'), this.config.silenceMs);
  }

  private read(data: Buffer): void {
    this.answer += data.toString('utf8');
    const end = this.answer.indexOf('\0');
    if (end === -1 && this.answer.length <= LONGEST_ANSWER) return;
    if (end === -1 || end !== this.answer.length - 1) return this.giveUp('unexpected-answer');
    const verdict = readAnswer(this.answer.slice(0, end));
    const complete = this.ended && this.socket.writableLength === 0 && !this.socket.broken;
    // "Clean" about a file that was not handed over whole says nothing about the rest of it.
    if (verdict.status === 'clean' && !complete)
      return this.giveUp('unexpected-answer', 'Answer before the end');
    this.settle(verdict);
  }

  private giveUp(reason: UnavailableReason, detail?: string): void {
    this.settle(unavailable(reason, detail));
  }

  private settle(verdict: Verdict): void {
    if (this.settled) return;
    this.settled = true;
    clearTimeout(this.deadline);
    clearTimeout(this.patience);
    this.socket.destroy();
    this.release();
    this.resolveVerdict(verdict);
  }

  private release(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
