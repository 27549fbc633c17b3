import { createGuard, type Guard } from '../../../src/plugins/lockout/server/services/guard';
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

const FOR_A_WHILE = { label: 'Anna', address: '192.0.2.1', lockMinutes: 15 };
const FOR_GOOD = { label: 'Anna', address: '192.0.2.1' };

const reserve = async (attempt: { label: string; address: string; lockMinutes?: number; max?: number }) =>
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
    expect(await guard.unlock(lock?.id ?? '')).toBe(false);
  });

  it('can be opened before', async () => {
    await failTimes(3);
    const [lock] = await guard.locked();
    expect(await guard.unlock(lock?.id ?? '')).toBe(true);
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
