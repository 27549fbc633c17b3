import { setImmediate as turn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { dossierViewSchema } from '../../src/contract/dossier';
import {
  describeWithScanner,
  givenAdministrator,
  givenStaff,
  startStrapi,
  type Answer,
  type Browser,
  type House,
  type StaffMember,
} from '../support';
import { givenCase, type Case } from '../access/case';
import { beforeStoring, expectNothingLeft, HALF, halfSent, LONG, sendRest, sweepUploads } from './half-sent';
import { begin, receivedOf, sendPart, TUS } from './tus';

const HOUR = 60 * 60_000;

let house: House;
let own: Case;
let jan: Browser;

const database = (): Knex => house.strapi.db.connection;
const table = (name: string) => database()(name);
const assign = (staff: StaffMember[]) =>
  own.jan.desk.put(`/dossiers/${own.dossier.id}/staff`, { staffIds: staff.map(({ id }) => id) });
const documents = async () =>
  (await own.anna.portal.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema).documents;

/** Each thing that can be asked of an upload. */
const eachVerb = async (who: Browser, id: string): Promise<Answer[]> => [
  await who.get(`/uploads/${id}`),
  await who.send('HEAD', `/uploads/${id}`, undefined, TUS),
  await sendPart(who, id, HALF, LONG.subarray(HALF)),
  await who.delete(`/uploads/${id}`),
];

/** While the rest is being stored, the dossier is given to somebody else. */
const expectRefusedWhenAssigned = async (id: string): Promise<void> => {
  const kim = await givenStaff(house, 'Kim');
  const answer = await beforeStoring(
    house,
    () => assign([kim]),
    () => sendRest(jan, id),
  );
  expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
  await expectNothingLeft(house);
};

describeWithScanner('a file that staff are sending', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    own = await givenCase(house);
    jan = own.jan.desk;
  });
  afterAll(() => house.stop());

  it('is found by nobody else: no stranger, no colleague of the same dossier, no client, no administrator', async () => {
    const id = await halfSent(jan, own.dossier);
    const [stranger, kim] = [await givenStaff(house, 'Stranger'), await givenStaff(house, 'Kim')];
    await assign([own.jan, kim]);
    const others = [stranger.desk, kim.desk, own.anna.portal, (await givenAdministrator(house)).desk];
    for (const who of others)
      expect((await eachVerb(who, id)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await kim.desk.get(`/dossiers/${own.dossier.id}/uploads?for=documents`)).json).toEqual({
      uploads: [],
    });
    expect((await begin(stranger.desk, own.dossier, { size: 10, way: 'documents' })).error.code).toBe(
      'not-found',
    );
    expect(await receivedOf(jan, id)).toBe(HALF);
    expect((await sendRest(jan, id)).status).toBe(201);
  });

  it('is not theirs any more when the dossier was given to others between two parts', async () => {
    const id = await halfSent(jan, own.dossier);
    await assign([await givenStaff(house, 'Kim')]);
    expect((await eachVerb(jan, id)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await documents()).toEqual([]);
    await sweepUploads(house, new Date(Date.now() + 25 * HOUR));
    await expectNothingLeft(house);
  });

  it('is not published where the dossier was given to others while it was being stored, and is removed', async () => {
    const id = await halfSent(jan, own.dossier);
    await expectRefusedWhenAssigned(id);
    expect(await documents()).toEqual([]);
  });

  it('is not kept for a message, either, where the dossier was given to others while it was being stored', async () => {
    const id = await halfSent(jan, own.dossier, { way: 'message' });
    await expectRefusedWhenAssigned(id);
    expect(await table('documents').where({ author_name: own.jan.name })).toEqual([]);
  });

  it('is not published by who left the firm meanwhile, before its end or during it', async () => {
    const users = () => table('admin_users').where({ email: own.jan.email });
    const id = await halfSent(jan, own.dossier);
    const leave = () => users().update({ is_active: false });
    const answer = await beforeStoring(house, leave, () => sendRest(jan, id));
    expect([answer.status, answer.error.code]).toEqual([401, 'not-signed-in']);
    expect((await eachVerb(jan, id)).map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(await documents()).toEqual([]);
    await users().update({ is_active: true });
    expect((await sendPart(jan, id, LONG.length)).status).toBe(201);
  });

  /** An administrator who has sent half of a file, and how they get another role. */
  const givenSendingAdministrator = async () => {
    const administrator = await givenAdministrator(house);
    const id = await halfSent(administrator.desk, own.dossier);
    const { email } = administrator;
    const user = await table('admin_users').where({ email }).first<{ id: number }>('id');
    const held = (db: Knex) => db('admin_users_roles_lnk').where({ user_id: user.id });
    const { role_id: before } = await held(database()).first<{ role_id: number }>('role_id');
    const other = await table('admin_roles').whereNot({ id: before }).first<{ id: number }>('id');
    const role = (is: number) => (db: Knex) => held(db).update({ role_id: is });
    return { desk: administrator.desk, id, demote: role(other.id), promote: role(before) };
  };

  it('is not published by an administrator who is none any more at its end', async () => {
    const { desk, id, demote, promote } = await givenSendingAdministrator();
    const answer = await beforeStoring(
      house,
      () => demote(database()),
      () => sendRest(desk, id),
    );
    await promote(database());
    expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    await expectNothingLeft(house);
  });

  // Of all others SQLite lets one write at a time: there nothing is changed while a file is being published.
  if (process.env.TEST_DATABASE !== 'postgres') return;

  /** So many wait for what other transactions hold. */
  const whenWaiting = async (count: number): Promise<void> => {
    const waiting = "datname = current_database() and wait_event_type = 'Lock'";
    while (((await table('pg_stat_activity').whereRaw(waiting).select('pid')) as unknown[]).length < count)
      await turn();
  };
  /** `change` was begun before the file is published, and is committed when its publishing waits for that. */
  const changing = async (
    change: (trx: Knex.Transaction) => Promise<unknown>,
    finishing: () => Promise<Answer>,
    waiting = 1,
  ): Promise<Answer> => {
    const trx = await database().transaction();
    const answer = beforeStoring(house, () => change(trx), finishing);
    await Promise.race([whenWaiting(waiting), answer]);
    await trx.commit();
    return answer;
  };

  it('is not published by who is leaving the firm at that very moment', async () => {
    const users = (db: Knex) => db('admin_users').where({ email: own.jan.email });
    const id = await halfSent(jan, own.dossier);
    const answer = await changing(
      (trx) => users(trx).update({ is_active: false }),
      () => sendRest(jan, id),
    );
    expect([answer.status, answer.error.code]).toEqual([401, 'not-signed-in']);
    await users(database()).update({ is_active: true });
    expect((await sendPart(jan, id, LONG.length)).status).toBe(201);
  });

  it('is not published by an administrator who is losing the role at that very moment', async () => {
    const { desk, id, demote, promote } = await givenSendingAdministrator();
    const answer = await changing(demote, () => sendRest(desk, id));
    await promote(database());
    expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    await expectNothingLeft(house);
  });

  it('is not published where the dossier is being given to others at that very moment', async () => {
    const id = await halfSent(jan, own.dossier);
    const kim = await givenStaff(house, 'Kim');
    let assigned: Promise<Answer> | undefined;
    const answer = await changing(
      async (trx) => {
        // Who is assigned is looked up in the end: until then the assignment has changed something and is not over.
        await trx('admin_users').where({ email: kim.email }).forUpdate().first('id');
        assigned = assign([kim]);
        await whenWaiting(1);
      },
      () => sendRest(jan, id),
      2,
    );
    expect((await assigned)?.status).toBe(200);
    expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    await expectNothingLeft(house);
  });
});
