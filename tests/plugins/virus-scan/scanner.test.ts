import type { Core } from '@strapi/strapi';
import { withDefaults, type VirusScanConfig } from '../../../src/plugins/virus-scan/server/config';
import { checkHealth } from '../../../src/plugins/virus-scan/server/health';
import { checkLimits } from '../../../src/plugins/virus-scan/server/limits';
import { beginScan } from '../../../src/plugins/virus-scan/server/scan';
import { createScanner } from '../../../src/plugins/virus-scan/server/services/scanner';
import type { Verdict } from '../../../src/plugins/virus-scan/server/verdict';
import { describeWithClamd, EICAR, startClamd, type Clamd } from './clamd';
import { zipOf } from './zip';

const PIECE = 64 * 1024;
const MB = 1024 * 1024;

/** Hands a file over in pieces of 64 KiB, as it comes in from a network. */
async function scanned(file: Buffer, config: Partial<VirusScanConfig>): Promise<Verdict> {
  const scan = beginScan(withDefaults(config));
  for (let at = 0; at < file.length; at += PIECE) await scan.write(file.subarray(at, at + PIECE));
  return scan.end();
}

describeWithClamd('scanning with clamd', () => {
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await startClamd();
  });
  afterAll(() => clamd.stop());

  const infected = { status: 'infected', signature: expect.stringMatching(/^Eicar-Test-Signature/) };

  it('lets a clean file pass', async () => {
    expect(await scanned(Buffer.from('Dear sir'), clamd.settings)).toEqual({ status: 'clean' });
  });

  it('lets an empty file pass', async () => {
    expect(await scanned(Buffer.alloc(0), clamd.settings)).toEqual({ status: 'clean' });
  });

  it('finds a virus at the start', async () => {
    expect(await scanned(Buffer.concat([Buffer.from(EICAR), Buffer.alloc(MB)]), clamd.settings)).toEqual(
      infected,
    );
  });

  it('finds a virus at the end of 10 MB', async () => {
    expect(await scanned(Buffer.concat([Buffer.alloc(10 * MB), Buffer.from(EICAR)]), clamd.settings)).toEqual(
      infected,
    );
  });

  it('finds a virus that lies across two pieces', async () => {
    expect(
      await scanned(Buffer.concat([Buffer.alloc(PIECE - 30), Buffer.from(EICAR)]), clamd.settings),
    ).toEqual(infected);
  });

  it('finds a virus in an archive', async () => {
    expect(await scanned(zipOf(Buffer.from(EICAR)), clamd.settings)).toEqual(infected);
  });

  it('does not take an empty piece for the end of the file', async () => {
    const scan = beginScan(withDefaults(clamd.settings));
    await scan.write(Buffer.from('Dear sir'));
    await scan.write(Buffer.alloc(0));
    await scan.write(Buffer.from(EICAR));
    expect(await scan.end()).toEqual(infected);
  });

  it('refuses an archive that cannot be looked into', async () => {
    const verdict = await scanned(zipOf(Buffer.from('secret'), { encrypted: true }), clamd.settings);
    expect(verdict).toMatchObject({ status: 'refused', reason: 'encrypted-archive' });
  });

  it('refuses a file above its own limit before clamd sees it', async () => {
    const verdict = await scanned(Buffer.alloc(2 * MB), { ...clamd.settings, maxBytes: 2 * MB - 1 });
    expect(verdict).toEqual({ status: 'refused', reason: 'too-large' });
    expect(await scanned(Buffer.alloc(2 * MB), { ...clamd.settings, maxBytes: 2 * MB })).toEqual({
      status: 'clean',
    });
  });

  it('scans many files at once, each with its own verdict', async () => {
    const files = Array.from({ length: 30 }, (_, n) => Buffer.from(n % 3 === 0 ? EICAR : `letter ${n}`));
    const verdicts = await Promise.all(files.map((file) => scanned(file, clamd.settings)));
    expect(verdicts.map(({ status }) => status)).toEqual(
      files.map((_, n) => (n % 3 === 0 ? 'infected' : 'clean')),
    );
  });

  it('needs no more memory for 200 MB than for one piece', async () => {
    const piece = Buffer.alloc(PIECE);
    const scan = beginScan(withDefaults({ ...clamd.settings, maxBytes: 300 * MB }));
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let sent = 0; sent < 200 * MB; sent += PIECE) {
      // A copy each time, as from a network: pieces that pile up would show.
      await scan.write(Buffer.from(piece));
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(await scan.end()).toEqual({ status: 'clean' });
    expect(most).toBeLessThan(60 * MB);
  });

  it('is healthy', async () => {
    const health = await checkHealth(withDefaults(clamd.settings));
    expect(health).toEqual({ status: 'ok', version: expect.stringContaining('ClamAV'), limits: null });
  });
});

describeWithClamd('a clamd with small limits', () => {
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await startClamd({ streamLimit: '2M', scanLimit: '4M' });
  });
  afterAll(() => clamd.stop());

  it('refuses an archive that unpacks to more than it looks at', async () => {
    const bomb = zipOf(Buffer.concat([Buffer.alloc(5 * MB), Buffer.from(EICAR)]));
    const verdict = await scanned(bomb, clamd.settings);
    expect(verdict).toMatchObject({ status: 'refused', reason: 'archive-bomb' });
  });

  it('is known to refuse what is taken', async () => {
    expect(await checkLimits(withDefaults({ ...clamd.settings, maxBytes: 3 * MB }))).toBe('narrow');
    expect(await checkLimits(withDefaults({ ...clamd.settings, maxBytes: 2 * MB }))).toBe('ok');
  });

  it('never calls a file clean that is above its stream limit', async () => {
    const verdict = await scanned(Buffer.alloc(5 * MB), clamd.settings);
    expect(verdict.status).toMatch(/refused|unavailable/);
  });
});

describeWithClamd('a clamd that waves large files through', () => {
  let clamd: Clamd;
  beforeAll(async () => {
    clamd = await startClamd({ streamLimit: '8M', scanLimit: '1M', alertExceedsMax: false });
  });
  afterAll(() => clamd.stop());

  it('is known to be blind to their end', async () => {
    const settings = withDefaults({ ...clamd.settings, maxBytes: 2 * MB });
    expect(
      (await scanned(Buffer.concat([Buffer.alloc(2 * MB - 100), Buffer.from(EICAR)]), settings)).status,
    ).toBe('clean');
    expect(await checkLimits(settings)).toBe('blind');
    const warned: string[] = [];
    const log = { warn: (sentence: string) => warned.push(sentence) };
    const strapi = { config: { get: () => settings }, log } as unknown as Core.Strapi;
    await createScanner({ strapi }).checkLimits();
    expect(warned).toEqual([expect.stringContaining('AlertExceedsMax')]);
  });
});

describeWithClamd('a clamd that was stopped', () => {
  let clamd: Clamd;
  beforeEach(async () => {
    clamd = await startClamd();
  });
  afterEach(() => clamd.stop());

  it('gives no verdict', async () => {
    await clamd.stop();
    const verdict = await scanned(Buffer.from('Dear sir'), clamd.settings);
    expect(verdict).toMatchObject({ status: 'unavailable', reason: 'unreachable' });
    expect(await checkLimits(withDefaults({ ...clamd.settings, maxBytes: MB }))).toBe(null);
  });

  it('gives no verdict on the file that was under way', async () => {
    const scan = beginScan(withDefaults(clamd.settings));
    await scan.write(Buffer.alloc(MB));
    await clamd.stop();
    expect(await scan.end()).toMatchObject({ status: 'unavailable', reason: 'cut-off' });
  });
});
