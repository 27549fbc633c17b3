import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import { describeWithScanner, givenAdministrator, startStrapi, type House } from '../../support';
import { panelOf } from '../admin-panel';
import { startClamd, type Clamd } from './clamd';

const MB = 1024 * 1024;

let house: House | undefined;
let clamd: Clamd | undefined;

const healthSchema = z.object({ data: z.object({ status: z.string(), limits: z.string().nullable() }) });

/** Starts a house that asks its clamd for its limits; gives what it warns of from then on. */
const started = async (socket: string, settings: Record<string, string> = {}) => {
  const warnings: string[] = [];
  house = await startStrapi(
    { CLAMD_CHECK_LIMITS: 'true', CLAMD_HOST: '', CLAMD_SOCKET: socket, ...settings },
    ({ log }) => {
      jest.spyOn(log, 'warn').mockImplementation((sentence: unknown) => {
        warnings.push(String(sentence));
        return log;
      });
    },
  );
  return { house, warnings: () => warnings.filter((sentence) => sentence.startsWith('Virus scan:')) };
};

/** What the administrator's home page is told, once the answer to the start's question has come. */
const shown = async (at: House): Promise<string> => {
  const panel = await panelOf(at, await givenAdministrator(at));
  for (;;) {
    const { data } = (await panel.get('/virus-scan/health')).as(healthSchema);
    expect(data.status).toBe('ok');
    if (data.limits !== null) return data.limits;
  }
};

describeWithScanner('at a start', () => {
  afterEach(async () => {
    await house?.stop();
    await clamd?.stop();
    house = clamd = undefined;
  });

  // Nobody has asked for anything: the start itself does.
  it.each([
    ['blind', { streamLimit: '8M', scanLimit: '1M', alertExceedsMax: false }, 'AlertExceedsMax'],
    ['narrow', { streamLimit: '1M', scanLimit: '4M' }, 'limits in clamd.conf are too small'],
  ] as const)(
    'a clamd whose limits make it %s is warned of, in the log and on the home page',
    async (limits, conf, words) => {
      clamd = await startClamd(conf);
      const { house: at, warnings } = await started(clamd.settings.socket, {
        UPLOAD_MAX_BYTES: String(2 * MB),
      });
      while (warnings().length === 0) await turn();
      expect(warnings()).toEqual([expect.stringContaining(words)]);
      expect(await shown(at)).toBe(limits);
    },
  );

  it('the clamd of the demo and of these tests looks at all of the largest file, and nothing is warned of', async () => {
    const { house: at, warnings } = await started(process.env.TEST_CLAMD_SOCKET ?? '');
    expect(await shown(at)).toBe('ok');
    expect(warnings()).toEqual([]);
  });
});
