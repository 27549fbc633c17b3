import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { withDefaults, type VirusScanConfig } from '../../../src/plugins/virus-scan/server/config';
import { checkHealth } from '../../../src/plugins/virus-scan/server/health';
import { beginScan } from '../../../src/plugins/virus-scan/server/scan';
import type { Verdict } from '../../../src/plugins/virus-scan/server/verdict';
import { startStandIn, type StandIn } from './stand-in';

const END_OF_FILE = Buffer.alloc(4);
const LONG = Buffer.alloc(5 * 1024 * 1024);

const answering = (answer: string) => (connection: Socket) => {
  connection.on('data', (data) => {
    if (data.subarray(-4).equals(END_OF_FILE)) connection.end(answer);
  });
};

describe('a scanner that misbehaves', () => {
  let standIn: StandIn | undefined;
  afterEach(() => standIn?.stop());

  async function scanned(
    behave: (connection: Socket) => void,
    config: Partial<VirusScanConfig> = {},
    file = Buffer.from('Dear sir'),
  ): Promise<Verdict> {
    standIn = await startStandIn(behave);
    const scan = beginScan(withDefaults({ socket: standIn.socket, ...config }));
    await scan.write(file);
    return scan.end();
  }

  it('is believed when it says exactly OK', async () => {
    expect(await scanned(answering('stream: OK\0'))).toEqual({ status: 'clean' });
  });

  it.each([
    ['stream: OK', 'cut-off'],
    ['', 'cut-off'],
    ['stream: OK\n\0', 'unexpected-answer'],
    ['stream: OKAY\0', 'unexpected-answer'],
    ['OK\0', 'unexpected-answer'],
    ['xstream: OK\0', 'unexpected-answer'],
    ['stream: OK\0stream: Eicar FOUND\0', 'unexpected-answer'],
    ['stream: Cannot allocate memory ERROR\0', 'unexpected-answer'],
    ['stream: FOUND\0', 'unexpected-answer'],
    ['\0', 'unexpected-answer'],
  ])('is not believed when it says %j', async (answer, reason) => {
    expect(await scanned(answering(answer))).toMatchObject({ status: 'unavailable', reason });
  });

  it('is not believed when its answer has no end', async () => {
    const verdict = await scanned((connection) => connection.write('stream: OK '.repeat(1_000)));
    expect(verdict).toMatchObject({ status: 'unavailable', reason: 'unexpected-answer' });
  });

  it.each([
    ['Heuristics.Encrypted.RAR', 'encrypted-archive'],
    ['Heuristics.Encrypted.PDF', 'encrypted-document'],
    ['Heuristics.Limits.Exceeded.MaxRecursion', 'archive-bomb'],
  ])('refuses without speaking of a virus on %s', async (signature, reason) => {
    expect(await scanned(answering(`stream: ${signature} FOUND\0`))).toEqual({
      status: 'refused',
      reason,
      signature,
    });
  });

  it('refuses as too large when it says so', async () => {
    const verdict = await scanned(answering('INSTREAM size limit exceeded. ERROR\0'));
    expect(verdict).toEqual({ status: 'refused', reason: 'too-large' });
  });

  it('is not believed when it says OK before the file is complete', async () => {
    standIn = await startStandIn((connection) => connection.resume().write('stream: OK\0'));
    const scan = beginScan(withDefaults({ socket: standIn.socket }));
    await scan.write(Buffer.from('Dear sir'));
    await standIn.hungUp;
    expect(await scan.end()).toMatchObject({ status: 'unavailable', reason: 'unexpected-answer' });
  });

  it('is given up when it never answers, and the connection is closed', async () => {
    const verdict = await scanned((connection) => connection.resume(), { silenceMs: 50 });
    expect(verdict).toEqual({ status: 'unavailable', reason: 'silent' });
    await standIn?.hungUp;
  });

  it('is given up when it stops reading', async () => {
    const verdict = await scanned((connection) => connection.pause(), { silenceMs: 50 }, LONG);
    expect(verdict).toEqual({ status: 'unavailable', reason: 'silent' });
  });

  it('is given up after the longest time a scan may take, however lively it is', async () => {
    const verdict = await scanned((connection) => connection.resume(), { overallMs: 50 });
    expect(verdict).toEqual({ status: 'unavailable', reason: 'overdue' });
  });

  it.each([
    ['closes', (connection: Socket) => connection.once('data', () => connection.end())],
    ['breaks off', (connection: Socket) => connection.once('data', () => connection.destroy())],
  ])('gives no verdict when it %s in the middle of a file', async (_, behave) => {
    const verdict = await scanned(behave, {}, LONG);
    expect(verdict).toMatchObject({ status: 'unavailable', reason: 'cut-off' });
  });

  it('lets go of a sender who waits for room', async () => {
    standIn = await startStandIn((connection) => connection.pause());
    const scan = beginScan(withDefaults({ socket: standIn.socket }));
    const writing = scan.write(LONG);
    scan.abort();
    await writing;
    expect(await scan.end()).toEqual({ status: 'unavailable', reason: 'aborted' });
    expect(scan.settled).toBe(true);
  });

  it('is blind when it does not find the test virus', async () => {
    standIn = await startStandIn(answering('stream: OK\0'));
    expect(await checkHealth(withDefaults({ socket: standIn.socket }))).toEqual({ status: 'blind' });
  });

  it('is reported as silent when it never answers', async () => {
    standIn = await startStandIn(() => undefined);
    const health = await checkHealth(withDefaults({ socket: standIn.socket, silenceMs: 50 }));
    expect(health).toEqual({ status: 'unavailable', reason: 'silent' });
  });
});

describe('a scanner that hangs up while it is being written to', () => {
  let folder = '';
  let scanner: Worker | undefined;
  afterEach(async () => {
    await scanner?.terminate();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What becomes of a file whose next bytes are sent after the scanner has answered and gone. */
  const sentTooLate = async (answer: string): Promise<Verdict> => {
    folder = mkdtempSync(join(tmpdir(), 'hasty-'));
    const socket = join(folder, 'clamd.sock');
    const step = new Int32Array(new SharedArrayBuffer(4));
    scanner = new Worker(join(__dirname, 'hasty-clamd.cjs'), { workerData: { socket, step, answer } });
    await once(scanner, 'message');
    const scan = beginScan(withDefaults({ socket }));
    await scan.write(Buffer.from('Dear sir'));
    while (Atomics.load(step, 0) < 1) await turn();
    Atomics.store(step, 0, 2);
    Atomics.wait(step, 0, 2);
    await scan.write(Buffer.from('I hereby'));
    return scan.end();
  };

  it('is heard out: its reason is the verdict', async () => {
    expect(await sentTooLate('INSTREAM size limit exceeded. ERROR\0')).toEqual({
      status: 'refused',
      reason: 'too-large',
    });
  });

  it.each(['', 'stream: OK', 'stream: OK\0'])('is not believed for %j', async (answer) => {
    expect(await sentTooLate(answer)).toMatchObject({ status: 'unavailable' });
  });
});

describe('no scanner', () => {
  it('gives no verdict when none is configured', async () => {
    const scan = beginScan(withDefaults({}));
    await scan.write(Buffer.from('Dear sir'));
    expect(await scan.end()).toEqual({ status: 'unavailable', reason: 'not-configured' });
  });

  it.each([
    ['a socket that is not there', { socket: '/nowhere/clamd.sock' }],
    ['a path no socket can have', { socket: `/${'x'.repeat(300)}` }],
    ['a host that does not exist', { host: 'scanner.invalid' }],
    ['a port nobody listens on', { host: '127.0.0.1', port: 1 }],
  ])('gives no verdict with %s', async (_, config) => {
    const scan = beginScan(withDefaults(config));
    await scan.write(Buffer.from('Dear sir'));
    expect(await scan.end()).toMatchObject({ status: 'unavailable', reason: 'unreachable' });
  });

  it('is a mistake to configure two', () => {
    expect(() => withDefaults({ socket: '/run/clamd.sock', host: 'scanner' })).toThrow(
      /either socket or host/,
    );
  });
});
