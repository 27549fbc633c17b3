import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Guard } from '../../../src/plugins/lockout/server/services/guard';
import { startStrapi, type House } from '../../support';

let house: House;
let guard: Guard;
let announced: unknown[];

beforeAll(async () => {
  house = await startStrapi();
  guard = house.strapi.plugin('lockout').service<Guard>('guard');
  house.strapi.eventHub.on('lockout.locked', async (lock: unknown) => {
    announced.push(lock);
  });
});
afterAll(() => house.stop());
beforeEach(async () => {
  announced = [];
  await house.strapi.db.connection('lockout_counters').delete();
});

const FROM = { label: 'Anna', address: '192.0.2.1' };

const reserve = async (subject: string, from: { label: string; address: string; max?: number } = FROM) =>
  (await guard.reserve(subject, from)).allowed;

const failTimes = async (subject: string, times: number) => {
  for (let time = 0; time < times; time += 1) {
    expect(await reserve(subject)).toBe(true);
    await guard.fail(subject);
  }
};

const diedOf = async (child: ChildProcess): Promise<never> => {
  const [code] = await once(child, 'exit');
  throw new Error(`The second process ended with ${code}`);
};

const allowedOf = async (attempts: Promise<boolean>[]) =>
  (await Promise.all(attempts)).filter(Boolean).length;

describe('counting attempts', () => {
  it('lets three be judged and locks with the third', async () => {
    await failTimes('anna', 3);
    expect(await reserve('anna')).toBe(false);
    expect(await guard.locked()).toEqual([
      {
        id: expect.any(String),
        subject: 'anna',
        label: 'Anna',
        failures: 3,
        locks: 1,
        isKnown: false,
        lastAddress: '192.0.2.1',
        lastFailureAt: expect.any(Date),
        lockedAt: expect.any(Date),
        lockedUntil: null,
      },
    ]);
  });

  it('lets exactly three of a hundred at once be judged', async () => {
    expect(await allowedOf(Array.from({ length: 100 }, () => reserve('anna')))).toBe(3);
  });

  it('lets exactly three of a hundred be judged by two processes together', async () => {
    const root = path.resolve(__dirname, '../../..');
    const second = fork(path.join(__dirname, 'second-process.cjs'), [root, path.join(root, 'dist')]);
    // Listened for from now on: it may have answered and gone while this one is still busy.
    const ended = once(second, 'exit');
    await Promise.race([once(second, 'message'), diedOf(second)]);
    second.send({ subject: 'anna', attempts: 50 });
    const theirs = once(second, 'message');
    const ours = await allowedOf(Array.from({ length: 50 }, () => reserve('anna')));
    const [count] = await Promise.race([theirs, diedOf(second)]);
    expect(ours + Number(count)).toBe(3);
    await ended;
  });

  it('counts each subject for itself', async () => {
    await failTimes('anna', 3);
    expect(await reserve('bert')).toBe(true);
  });

  it('takes another limit where the caller gives one', async () => {
    expect(await reserve('code', { ...FROM, max: 1 })).toBe(true);
    expect(await reserve('code', { ...FROM, max: 1 })).toBe(false);
    expect(await guard.locked()).toHaveLength(1);
  });

  it('starts anew after a success', async () => {
    await failTimes('anna', 2);
    await reserve('anna');
    await guard.succeed('anna');
    expect(await guard.locked()).toEqual([]);
    await failTimes('anna', 3);
  });

  it('counts a subject that the database could not hold as it is', async () => {
    const [long, odd] = ['x'.repeat(5_000), 'anna\0'];
    await failTimes(long, 3);
    await failTimes(odd, 3);
    expect([await reserve(long), await reserve(odd), await reserve('anna')]).toEqual([false, false, true]);
  });

  it('keeps a label and an address that are too long', async () => {
    expect(await reserve('anna', { label: '€'.repeat(5_000), address: 'a\0'.repeat(5_000) })).toBe(true);
  });
});

describe('announcing a lock', () => {
  it('happens once, with the failure that locked', async () => {
    await failTimes('anna', 2);
    expect(announced).toEqual([]);
    await failTimes('anna', 1);
    expect(announced).toEqual([expect.objectContaining({ subject: 'anna', label: 'Anna', failures: 3 })]);
    await reserve('anna');
    await guard.fail('anna');
    expect(announced).toHaveLength(1);
  });

  it('does not happen when the third attempt is right', async () => {
    await failTimes('anna', 2);
    await reserve('anna');
    await guard.succeed('anna');
    expect(announced).toEqual([]);
  });

  it('waits for the attempts that are still under way', async () => {
    await Promise.all([reserve('anna'), reserve('anna'), reserve('anna')]);
    await guard.fail('anna');
    await guard.fail('anna');
    expect(announced).toEqual([]);
    await guard.succeed('anna');
    expect([announced, await guard.locked()]).toEqual([[], []]);
  });

  it('happens once when all are judged wrong at the same time', async () => {
    await Promise.all([reserve('anna'), reserve('anna'), reserve('anna')]);
    await Promise.all([guard.fail('anna'), guard.fail('anna'), guard.fail('anna')]);
    expect(announced).toHaveLength(1);
  });
});

describe('a lock whose last attempt broke off', () => {
  it('holds, and can be seen and opened', async () => {
    await failTimes('anna', 2);
    await reserve('anna');
    expect(await reserve('anna')).toBe(false);
    const [lock] = await guard.locked();
    expect(await guard.unlock({ id: lock?.id ?? '' })).toMatchObject({ label: 'Anna' });
    expect(await reserve('anna')).toBe(true);
  });
});

describe('unlocking', () => {
  it('opens a lock once', async () => {
    await failTimes('anna', 3);
    const [lock] = await guard.locked();
    expect(await guard.unlock({ id: lock?.id ?? '' })).toMatchObject({ label: 'Anna' });
    expect(await guard.unlock({ id: lock?.id ?? '' })).toBeUndefined();
    await failTimes('anna', 3);
  });

  it('forgives nothing to a subject that is not locked', async () => {
    await failTimes('anna', 2);
    const row: unknown = await house.strapi.db.connection('lockout_counters').first('document_id as id');
    const id = String(row && typeof row === 'object' && 'id' in row && row.id);
    expect(await guard.unlock({ id })).toBeUndefined();
    await failTimes('anna', 1);
    expect(await reserve('anna')).toBe(false);
  });
});
