import type { House } from '../../support';
import { startStrapi } from '../../support';
import { append, chainOf, expectUnbroken, happening } from './chain';
import { startSecondProcess } from './other-node';

let house: House;

const raw = (sql: string) => house.strapi.db.connection.raw(sql);
const isPostgres = (): boolean => house.strapi.db.dialect.client === 'postgres';

beforeAll(async () => {
  house = await startStrapi();
  await append(house, 'kept', [happening(1), happening(2)]);
});
afterAll(() => house.stop());

const CHANGES = [
  "update proof_events set title = 'another'",
  "update proof_events set at = '2020-01-01T00:00:00.000Z' where seq = 1",
  'delete from proof_events',
  "delete from proof_events where scope = 'kept' and seq = 2",
];
const ON_SQLITE = [
  "insert or replace into proof_events (id, scope, seq, kind) values (1, 'kept', 1, 'opened')",
  "insert or replace into proof_events (scope, seq, kind) values ('kept', 2, 'opened')",
  "replace into proof_events (scope, seq, kind) values ('kept', 2, 'opened')",
];
const ON_POSTGRES = [
  'truncate proof_events',
  'truncate proof_events cascade',
  "set session_replication_role = 'replica'; delete from proof_events",
  "insert into proof_events (scope, seq, kind) values ('kept', 1, 'opened') on conflict (scope, seq) do update set title = 'another'",
];

describe('the log of what happened (B1)', () => {
  it('refuses every change, whoever asks the database', async () => {
    const before = await chainOf(house, 'kept');
    for (const sql of [...CHANGES, ...(isPostgres() ? ON_POSTGRES : ON_SQLITE)])
      await expect(raw(sql)).rejects.toMatchObject({
        message: expect.stringContaining('The proof log takes new events only') as string,
      });
    expect(await chainOf(house, 'kept')).toEqual(before);
    expectUnbroken(before);
  });

  it("refuses them by Strapi's own way too", async () => {
    const events = house.strapi.db.query('plugin::read-tracking.event');
    await expect(events.deleteMany({ where: { scope: 'kept' } })).rejects.toBeDefined();
    await expect(
      events.updateMany({ where: { scope: 'kept' }, data: { title: 'another' } }),
    ).rejects.toBeDefined();
    expect(await chainOf(house, 'kept')).toHaveLength(2);
  });

  it('refuses a second event at the same place: a chain has no fork', async () => {
    await expect(
      raw("insert into proof_events (scope, seq, kind) values ('kept', 2, 'opened')"),
    ).rejects.toBeDefined();
  });

  it('refuses them again after a start, where the triggers were lost with a copied table', async () => {
    const { connection } = house.strapi.db;
    if (isPostgres()) await raw('drop trigger proof_events_no_change on proof_events');
    else
      await connection.schema.alterTable('proof_events', (table) => void table.string('reader', 300).alter());
    const [id] = await connection('proof_events').where({ scope: 'kept' }).pluck<number[]>('id');
    // Without triggers the database would let it pass: so it is a start that brings them back.
    expect(await connection('proof_events').where({ id }).update({ published_at: new Date() })).toBe(1);
    const second = await startSecondProcess();
    await second.append('other', [happening(3)]);
    await expect(raw(CHANGES[0] ?? '')).rejects.toBeDefined();
    await expect(raw(CHANGES[2] ?? '')).rejects.toBeDefined();
    expectUnbroken(await chainOf(house, 'kept'));
  });

  it('lets a member of staff be deleted, whom no event names as its author in Strapi', async () => {
    const users = house.strapi.db.connection('admin_users');
    const times = { created_at: new Date(), updated_at: new Date(), published_at: new Date() };
    await users.clone().insert({ document_id: 'g'.repeat(24), email: 'gone@kantoor.example', ...times });
    expect(await users.clone().where({ email: 'gone@kantoor.example' }).delete()).toBe(1);
  });
});
