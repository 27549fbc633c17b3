import { setImmediate as turn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { deskDocumentListSchema } from '../../src/contract/document';
import {
  describeWithScanner,
  givenDocument,
  startStrapi,
  workerRests,
  type Answer,
  type Browser,
  type House,
} from '../support';
import { givenCase, write, type Case } from '../access/case';
import { beforeStoring, begun, expectNothingLeft, halfSent, sendRest, sweepUploads } from './half-sent';

const DAY_MS = 24 * 60 * 60_000;

let house: House;
let own: Case;
let anna: Browser;

const database = (): Knex => house.strapi.db.connection;
const delivered = async () =>
  (await own.jan.desk.get(`/dossiers/${own.dossier.id}/documents`))
    .as(deskDocumentListSchema)
    .documents.filter(({ byClient }) => byClient);
const account = async (): Promise<{ id: number }> =>
  database()('up_users').where({ email: own.anna.email }).first<{ id: number }>('id');

/** What ends the client's right to send, as `block-account` and signing out do it. */
const ENDS = {
  'is blocked': async (db: Knex) =>
    db('up_users')
      .where(await account())
      .update({ blocked: true }),
  'signs out': async (db: Knex) =>
    db('sessions')
      .where({ account_id: (await account()).id })
      .delete(),
} as const;
const WAYS_OUT = Object.keys(ENDS) as (keyof typeof ENDS)[];
const WAYS_IN = ['dossier', 'message'] as const;
const EACH = WAYS_OUT.flatMap((end) => WAYS_IN.map((way) => [end, way] as const));

const expectNothingArrived = async (answer: Answer): Promise<void> => {
  expect([answer.status, answer.error.code]).toEqual([401, 'not-signed-in']);
  expect(await database()('documents').where({ author_name: own.anna.email })).toEqual([]);
  // Who signs in again goes on with it; who does not leaves nothing behind.
  await sweepUploads(house, new Date(Date.now() + 2 * DAY_MS));
  await expectNothingLeft(house);
};

describeWithScanner('a file that a client is sending', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    own = await givenCase(house);
    anna = own.anna.portal;
  });
  afterAll(() => house.stop());

  it.each(EACH)('does not arrive where the client %s while it is being stored (%s)', async (end, way) => {
    const id = await halfSent(anna, own.dossier, { way });
    await expectNothingArrived(
      await beforeStoring(
        house,
        () => ENDS[end](database()),
        () => sendRest(anna, id),
      ),
    );
  });

  // Of all others SQLite lets one write at a time: there nothing is changed while a file arrives.
  if (process.env.TEST_DATABASE !== 'postgres') return;

  const whenWaiting = async (count: number): Promise<void> => {
    const waiting = "datname = current_database() and wait_event_type = 'Lock'";
    while (
      ((await database()('pg_stat_activity').whereRaw(waiting).select('pid')) as unknown[]).length < count
    )
      await turn();
  };
  /** `end` is committed when `work`, which began after it, waits for that. */
  const during = async (end: keyof typeof ENDS, work: () => Promise<Answer>): Promise<Answer> => {
    const trx = await database().transaction();
    await ENDS[end](trx);
    const answer = work();
    await Promise.race([whenWaiting(1), answer]);
    await trx.commit();
    return answer;
  };

  it.each(EACH)('does not arrive where the client %s at that very moment (%s)', async (end, way) => {
    const id = await halfSent(anna, own.dossier, { way });
    const trx = await database().transaction();
    const answer = beforeStoring(
      house,
      () => ENDS[end](trx),
      () => sendRest(anna, id),
    );
    await Promise.race([whenWaiting(1), answer]);
    await trx.commit();
    await expectNothingArrived(await answer);
  });

  it('that arrived before the client is blocked is there: blocking waits for it', async () => {
    // The dossier has a chain from now on, and the last step of an arrival is to append to it.
    await givenDocument(own.jan, own.dossier);
    const id = await halfSent(anna, own.dossier, { way: 'dossier' });
    // The mail about that document is noted in the chain, too: its worker would be the one who waits.
    await workerRests(house);
    const trx = await database().transaction();
    await trx('proof_chains').where({ scope: own.dossier.id }).forUpdate().first('id');
    const arriving = sendRest(anna, id);
    await whenWaiting(1);
    const blocking = own.jan.desk.put(`/clients/${own.anna.client.id}/blocking`, { blocked: true });
    await whenWaiting(2);
    await trx.rollback();
    expect([(await arriving).status, (await blocking).status]).toEqual([201, 200]);
    expect(await delivered()).toHaveLength(1);
    expect((await anna.get(`/dossiers/${own.dossier.id}`)).status).toBe(401);
  });

  it.each(WAYS_OUT.flatMap((end) => (['message', 'remark'] as const).map((what) => [what, end] as const)))(
    'has its like: no %s is written where the client %s at that very moment',
    async (what, end) => {
      const { id } = await givenDocument(own.jan, own.dossier);
      const answer = await during(end, () =>
        what === 'message'
          ? write(anna, own.dossier)
          : anna.post(`/documents/${id}/remarks`, { body: 'It is right' }),
      );
      expect([answer.status, answer.error.code]).toEqual([401, 'not-signed-in']);
      expect(await database()(`${what}s`).where({ account_id: (await account()).id })).toEqual([]);
    },
  );

  it('and a message of the same account wait for each other in no circle', async () => {
    const trx = await database().transaction();
    await trx('up_users')
      .where(await account())
      .forUpdate()
      .first('id');
    const writing = write(anna, own.dossier);
    await whenWaiting(1);
    const beginning = begun(anna, own.dossier, { way: 'dossier' });
    await whenWaiting(2);
    await trx.rollback();
    expect((await writing).status).toBe(201);
    await expect(beginning).resolves.toEqual(expect.any(String));
  });
});
