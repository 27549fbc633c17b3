import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import {
  authorizationOf,
  browser,
  describeWithScanner,
  givenDocument,
  startStrapi,
  type House,
} from '../support';
import { givenCase, type Case } from '../access/case';
import { chainOf, expectUnbroken } from '../plugins/read-tracking/chain';
import { startObjectStore, type ObjectStore } from './object-store';
import { startNode, type Node } from './other-node';
import { atDesk, CORRECTED, foundBy, replace } from './replacement';

const HOUR_MS = 60 * 60_000;

let house: House;
let own: Case;
let store: ObjectStore;
let old: string;
/** The process that is killed; the one that is started instead is the next one's. */
let node: Node | undefined;

const table = (name: string) => house.strapi.db.connection(name);
const loose = (): Promise<unknown[]> => table('loose_files').select('id');
const events = async (): Promise<string[]> => {
  const chain = await chainOf(house, own.dossier.id);
  expectUnbroken(chain);
  return chain.filter(({ kind }) => kind !== 'notified').map(({ kind, title }) => `${kind} ${title}`);
};

/** Kills the process of a replacement when that moment has come. */
const killedAt = async (moment: () => Promise<void>): Promise<void> => {
  node ??= await startNode();
  const { process: child, url } = node;
  const authorization = await authorizationOf(house, own.jan.email, own.jan.password);
  const ended = once(child, 'exit');
  const reached = moment();
  const sent = replace(browser(url, '/desk', { authorization }), old).catch(() => undefined);
  await reached;
  child.kill('SIGKILL');
  await ended;
  node = undefined;
  await sent;
};

/** Some time later the process is started again; resolves when it has swept. */
const startedAgain = async (): Promise<void> => {
  await table('loose_files').update({ noted_at: new Date(Date.now() - 25 * HOUR_MS) });
  node = await startNode();
  while ((await loose()).length > 0) await turn();
};

const expectAllAsBefore = async (): Promise<void> => {
  expect((await foundBy(own)).map(({ id, unread }) => [id, unread])).toEqual([[old, true]]);
  const documents = await atDesk(own);
  expect(
    [...documents.values()].map(({ name, withdrawnAt, replacedBy }) => [name, withdrawnAt, replacedBy]),
  ).toEqual([['Deed.pdf', null, null]]);
  expect(await events()).toEqual(['published Deed.pdf']);
};

describeWithScanner('a process that is killed while a document is being replaced', () => {
  beforeAll(async () => {
    store = await startObjectStore();
    house = await startStrapi({
      S3_BUCKET: 'documents',
      S3_ENDPOINT: store.url,
      S3_FORCE_PATH_STYLE: 'true',
      S3_ACCESS_KEY_ID: 'any',
      S3_SECRET_ACCESS_KEY: 'any',
    });
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    store.beforeKeeping = () => Promise.resolve();
    own = await givenCase(house);
    old = (await givenDocument(own.jan, own.dossier, { name: 'Deed.pdf' })).id;
  });
  afterAll(async () => {
    node?.process.kill('SIGKILL');
    await house.stop();
    await store.stop();
  });

  /** Holds what the last statements of the transaction need; gives the way to let go of it. */
  const holdChain = async (): Promise<() => Promise<void>> => {
    const trx = await house.strapi.db.connection.transaction();
    await trx('proof_chains').where({ scope: own.dossier.id }).update({ updated_at: new Date() });
    return async () => {
      await trx.rollback();
    };
  };
  /** On PostgreSQL everything but the proof is written by then; SQLite lets nobody write before. */
  const whenItWaits = async (): Promise<void> => {
    if (process.env.TEST_DATABASE !== 'postgres') return;
    const waiting = () =>
      table('pg_stat_activity').whereRaw("datname = current_database() and wait_event_type = 'Lock'");
    while (((await waiting().select('pid')) as unknown[]).length === 0) await turn();
  };

  it('before the new one is stored has changed nothing, and leaves nothing after the next start', async () => {
    const asked = new Promise<void>((resolve) => {
      store.beforeKeeping = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    await killedAt(() => asked);
    await expectAllAsBefore();
    store.beforeKeeping = () => Promise.resolve();
    await startedAgain();
    await expectAllAsBefore();
    expect(store.keys()).toHaveLength(1);
    expect((await replace(own.jan.desk, old)).status).toBe(201);
  });

  it('when all but its last row is written has changed nothing: neither is withdrawn, none is announced', async () => {
    let letGo = (): Promise<void> => Promise.resolve();
    store.beforeKeeping = async () => {
      letGo = await holdChain();
    };
    await killedAt(async () => {
      await new Promise<void>((resolve) => (store.kept = resolve));
      await whenItWaits();
    });
    await letGo();
    store.beforeKeeping = () => Promise.resolve();
    await expectAllAsBefore();
    const keysBefore = store.keys().length;
    await startedAgain();
    await expectAllAsBefore();
    expect(store.keys()).toHaveLength(keysBefore - 1);
    expect((await replace(own.jan.desk, old)).status).toBe(201);
  });

  it('when it is committed and not answered has replaced it, once', async () => {
    await killedAt(async () => {
      while (
        ((await table('documents').whereNotNull('replaced_by_id').where({ document_id: old })) as unknown[])
          .length === 0
      )
        await turn();
    });
    await startedAgain();
    expect((await foundBy(own)).map(({ name, unread }) => [name, unread])).toEqual([
      ['Corrected deed.pdf', true],
    ]);
    expect(await events()).toEqual([
      'published Deed.pdf',
      'published Corrected deed.pdf',
      'replaced Deed.pdf',
    ]);
    const [next] = await foundBy(own);
    const answer = await own.anna.portal.get(`/documents/${next?.id ?? ''}/download`);
    expect(answer.bytes.equals(CORRECTED)).toBe(true);
    // Who sends it again, because no answer came, is told.
    expect((await replace(own.jan.desk, old)).error.code).toBe('document-withdrawn');
  });
});
