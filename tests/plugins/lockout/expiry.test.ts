import { createGuard, type Guard } from '../../../src/plugins/lockout/server/services/guard';
import type { Waits } from '../../../src/plugins/lockout/server/locked';
import { startStrapi, type House } from '../../support';

const MINUTE_MS = 60_000;
const NOON = Date.UTC(2026, 5, 1, 12);

let house: House;
let guard: Guard;
let clock: number;

beforeAll(async () => {
  house = await startStrapi();
  guard = createGuard({ strapi: house.strapi }, () => new Date(clock));
});
afterAll(() => house.stop());
beforeEach(async () => {
  clock = NOON;
  await house.strapi.db.connection('lockout_counters').delete();
});

const FOR_A_WHILE = { label: 'Anna', address: '192.0.2.1', waits: [15] as const };
const FOR_GOOD = { label: 'Anna', address: '192.0.2.1' };

const reserve = async (attempt: { label: string; address: string; waits?: Waits; max?: number }) =>
  (await guard.reserve('anna', attempt)).allowed;

const failTimes = async (times: number, attempt = FOR_A_WHILE as Parameters<typeof reserve>[0]) => {
  for (let time = 0; time < times; time += 1) {
    expect(await reserve(attempt)).toBe(true);
    await guard.fail('anna');
  }
};

describe('a lock for a while', () => {
  it('holds until its time is over, and then three more are judged', async () => {
    await failTimes(3);
    clock = NOON + 15 * MINUTE_MS - 1;
    expect(await reserve(FOR_A_WHILE)).toBe(false);
    clock = NOON + 15 * MINUTE_MS;
    await failTimes(3);
    expect(await reserve(FOR_A_WHILE)).toBe(false);
  });

  it('is not made longer by who tries again', async () => {
    await failTimes(3);
    clock = NOON + 10 * MINUTE_MS;
    expect(await reserve(FOR_A_WHILE)).toBe(false);
    expect((await guard.locked()).map(({ lockedUntil }) => lockedUntil)).toEqual([
      new Date(NOON + 15 * MINUTE_MS),
    ]);
  });

  it('lets exactly three of a hundred at once be judged when it is over', async () => {
    await failTimes(3);
    clock = NOON + 15 * MINUTE_MS;
    const answers = await Promise.all(Array.from({ length: 100 }, () => reserve(FOR_A_WHILE)));
    expect(answers.filter(Boolean)).toHaveLength(3);
  });

  it('holds anew where one attempt is all that is judged', async () => {
    const once = { ...FOR_A_WHILE, max: 1 };
    expect([await reserve(once), await reserve(once)]).toEqual([true, false]);
    clock = NOON + 15 * MINUTE_MS;
    expect([await reserve(once), await reserve(once)]).toEqual([true, false]);
  });

  it('is announced again when it holds again', async () => {
    const announced: unknown[] = [];
    const listen = async (lock: unknown) => void announced.push(lock);
    house.strapi.eventHub.on('lockout.locked', listen);
    await failTimes(3);
    clock = NOON + 15 * MINUTE_MS;
    await failTimes(3);
    house.strapi.eventHub.off('lockout.locked', listen);
    expect(announced).toEqual([
      expect.objectContaining({ failures: 3, lockedUntil: new Date(NOON + 15 * MINUTE_MS) }),
      expect.objectContaining({ failures: 3, lockedUntil: new Date(NOON + 30 * MINUTE_MS) }),
    ]);
  });

  it('is in no list any more and opens nothing when it is over', async () => {
    await failTimes(3);
    const [lock] = await guard.locked();
    clock = NOON + 15 * MINUTE_MS;
    expect(await guard.locked()).toEqual([]);
    expect(await guard.unlock({ id: lock?.id ?? '' })).toBeUndefined();
  });

  it('can be opened before', async () => {
    await failTimes(3);
    const [lock] = await guard.locked();
    expect(await guard.unlock({ id: lock?.id ?? '' })).toMatchObject({ label: 'Anna' });
    await failTimes(3);
  });
});

describe('a lock for good', () => {
  it('holds after years, whoever tries', async () => {
    await failTimes(3, FOR_GOOD);
    clock = Date.UTC(2036, 5, 1);
    expect([await reserve(FOR_GOOD), await reserve(FOR_A_WHILE)]).toEqual([false, false]);
    expect(await guard.locked()).toEqual([expect.objectContaining({ lockedUntil: null })]);
  });
});

describe('locks in a row', () => {
  const waits = [15, 60, 240, null] as const;
  const lockedUntil = async () => (await guard.locked()).map(({ lockedUntil: until }) => until);
  const after = (minutes: number) => new Date(clock + minutes * MINUTE_MS);

  it('last longer and longer, and the last until somebody unlocks it', async () => {
    for (const minutes of [15, 60, 240]) {
      await failTimes(3, { ...FOR_A_WHILE, waits });
      expect(await lockedUntil()).toEqual([after(minutes)]);
      clock += minutes * MINUTE_MS;
    }
    await failTimes(3, { ...FOR_A_WHILE, waits });
    expect(await guard.locked()).toEqual([expect.objectContaining({ locks: 4, lockedUntil: null })]);
    clock = Date.UTC(2036, 5, 1);
    expect(await reserve({ ...FOR_A_WHILE, waits })).toBe(false);
  });

  it('are short again after a success, and after an unlocking', async () => {
    for (const forgive of [
      () => guard.succeed('anna'),
      async () => {
        clock -= 1;
        await guard.unlock({ subject: 'anna' });
      },
    ]) {
      await failTimes(3, { ...FOR_A_WHILE, waits });
      clock += 15 * MINUTE_MS;
      await failTimes(3, { ...FOR_A_WHILE, waits });
      clock += 60 * MINUTE_MS;
      await forgive();
      await failTimes(3, { ...FOR_A_WHILE, waits });
      expect(await lockedUntil()).toEqual([after(15)]);
      await guard.succeed('anna');
    }
  });

  it('keep the last wait where it is none that lasts for good', async () => {
    for (const minutes of [1, 2, 2, 2]) {
      await failTimes(1, { ...FOR_A_WHILE, waits: [1, 2], max: 1 });
      expect(await lockedUntil()).toEqual([after(minutes)]);
      clock += minutes * MINUTE_MS;
    }
  });
});

describe('counts that have not grown for 30 days', () => {
  const DAY_MS = 24 * 60 * MINUTE_MS;
  const kept = async () => house.strapi.db.connection('lockout_counters').select('label');

  it('are swept where they lock nothing, and not a moment before', async () => {
    await reserve(FOR_GOOD);
    clock = NOON + 30 * DAY_MS;
    expect([await guard.sweep(), await kept()]).toMatchObject([0, [{ label: 'Anna' }]]);
    clock += 1;
    expect([await guard.sweep(), await kept()]).toEqual([1, []]);
  });

  it('are swept where their lock is over, and not where it holds', async () => {
    await failTimes(3);
    clock = NOON + 31 * DAY_MS;
    expect(await guard.sweep()).toBe(1);
    await failTimes(3, FOR_GOOD);
    clock += 3650 * DAY_MS;
    expect([await guard.sweep(), await kept()]).toMatchObject([0, [{ label: 'Anna' }]]);
  });
});
