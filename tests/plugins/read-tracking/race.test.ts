import type { Knex } from 'knex';
import type { House } from '../../support';
import { startStrapi } from '../../support';
import { append, chainOf, expectUnbroken, happening, logOf } from './chain';
import { startSecondProcess } from './other-node';

let house: House;

beforeAll(async () => {
  house = await startStrapi();
});
afterAll(() => house.stop());

const many = (count: number) => Array.from({ length: count }, (_none, n) => happening(n));

describe('events that happen at once', () => {
  it('make one unbroken chain, in one process', async () => {
    await Promise.all(many(50).map((event) => append(house, 'one', [event])));
    const events = await chainOf(house, 'one');
    expect(new Set(events.map(({ subject }) => subject)).size).toBe(50);
    expectUnbroken(events);
  });

  it('make one unbroken chain, in two processes', async () => {
    const second = await startSecondProcess();
    const theirs = second.append('two', many(25));
    await Promise.all([...many(25).map((event) => append(house, 'two', [event])), theirs]);
    const events = await chainOf(house, 'two');
    expect(events).toHaveLength(50);
    expectUnbroken(events);
  });

  it('make one unbroken chain, in two processes that read before they write', async () => {
    const second = await startSecondProcess();
    const theirs = second.append('three', many(25));
    const ours = many(25).map((event) =>
      house.strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
        await trx('dossiers').count();
        await logOf(house).append(trx, 'three', [event]);
      }),
    );
    await Promise.all([...ours, theirs]);
    expectUnbroken(await chainOf(house, 'three'));
  });

  it('leave no gap where a transaction comes to nothing', async () => {
    await append(house, 'four', many(2));
    const failing = house.strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
      await logOf(house).append(trx, 'four', many(3));
      throw new Error('The document could not be stored');
    });
    await expect(failing).rejects.toThrow('could not be stored');
    await append(house, 'four', many(1));
    const events = await chainOf(house, 'four');
    expect(events).toHaveLength(3);
    expectUnbroken(events);
  });

  it('of several dossiers do not wait for each other', async () => {
    await Promise.all(many(20).map((event, n) => append(house, `scope-${n % 4}`, [event])));
    for (const scope of [0, 1, 2, 3]) {
      const events = await chainOf(house, `scope-${scope}`);
      expect(events).toHaveLength(5);
      expectUnbroken(events);
    }
  });
});
