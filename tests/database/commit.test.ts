import path from 'node:path';
import type { Knex } from 'knex';
import { startStrapi, type House } from '../support';

type InTransaction = <T>(work: (trx: Knex.Transaction) => Promise<T>) => Promise<T>;

let house: House;
let inTransaction: InTransaction;

beforeAll(async () => {
  house = await startStrapi();
  // The very code that runs in the server, which finds this house's Strapi.
  ({ inTransaction } = (await import(path.resolve('dist/src/db/write.js'))) as {
    inTransaction: InTransaction;
  });
  const { connection } = house.strapi.db;
  await connection.raw('create table parents (id integer primary key)');
  await connection.raw(
    'create table children (id integer primary key, parent integer references parents (id) deferrable initially deferred)',
  );
});
afterAll(() => house.stop());

const children = () => house.strapi.db.connection('children');

describe('a transaction', () => {
  it('whose COMMIT the database refuses is a failure, and nothing of it stays', async () => {
    const refused = inTransaction((trx) => trx('children').insert({ id: 1, parent: 99 }));
    await expect(refused).rejects.toThrow(/foreign key/i);
    expect(await children()).toEqual([]);
  });

  it('does not stand in the way of the next one', async () => {
    await inTransaction((trx) => trx('children').insert({ id: 2, parent: 99 })).catch(() => undefined);
    await inTransaction((trx) => trx('children').insert({ id: 3, parent: null }));
    expect(await children()).toHaveLength(1);
  });

  it('inside another one is finished with it', async () => {
    const answer = await inTransaction(async (trx) => {
      await trx('parents').insert({ id: 5 });
      return inTransaction((same) =>
        same('children')
          .insert({ id: 5, parent: 5 })
          .then(() => 'done'),
      );
    });
    expect(answer).toBe('done');
    expect(await children().where({ id: 5 })).toHaveLength(1);
  });
});
