import { once } from 'node:events';
import { readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { documentViewSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import { pdfOf, startStrapi, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { startStandIn, type StandIn } from '../plugins/virus-scan/stand-in';
import { startObjectStore, type ObjectStore } from './object-store';
import { spoolOf, whenFolder } from './on-disk';
import { signedInAt, startNode, type Node } from './other-node';

const LONG = pdfOf(Buffer.alloc(3_000_000, 'b'));
const END_OF_FILE = Buffer.alloc(4);
const HOUR_MS = 60 * 60_000;

let house: House;
let own: Case;
let scanner: StandIn;
let store: ObjectStore;
/** The process that is killed; the one that is started instead is the next one's. */
let node: Node | undefined;

/** What the scanner does with a file: nothing at all, reads it, or reads it and calls it clean. */
let patience: 'deaf' | 'silent' | 'fair' = 'fair';
let allRead: () => void = () => undefined;

const table = (name: string) => house.strapi.db.connection(name);
const rows = (): Promise<{ document_id: string; storage_key: string }[]> =>
  table('documents').where({ author_name: own.anna.email }).select();
const proof = (): Promise<{ kind: string }[]> =>
  table('proof_events').where({ scope: own.dossier.id }).select();
const loose = (): Promise<{ storage_key: string }[]> => table('loose_files').select();
/** The files in the store that no document has. */
const orphans = async (): Promise<string[]> => {
  const known: { storage_key: string }[] = await table('documents').select('storage_key');
  return store.keys().filter((key) => !known.some((row) => row.storage_key === key));
};

/** Kills the process of an upload when that moment has come; gives the answer's status, if there was one. */
const killedAt = async (moment: () => Promise<void>): Promise<number | undefined> => {
  node ??= await startNode();
  const { process: child } = node;
  const ended = once(child, 'exit');
  const reached = moment();
  const sent = signedInAt(node, own.anna.portal).upload(
    `/dossiers/${own.dossier.id}/documents`,
    'deed.pdf',
    LONG,
  );
  const answered = sent.then(
    ({ status }) => status,
    () => undefined,
  );
  await reached;
  child.kill('SIGKILL');
  await ended;
  node = undefined;
  return answered;
};

/** Some time later the process is started again; resolves when it has swept. */
const startedAgain = async (): Promise<void> => {
  const spool = spoolOf(house);
  const before = new Date(Date.now() - 25 * HOUR_MS);
  for (const name of readdirSync(spool)) utimesSync(path.join(spool, name), before, before);
  await table('loose_files').update({ noted_at: before });
  node = await startNode();
  await whenFolder(spool, (names) => names.length === 0);
  while ((await loose()).length > 0) await turn();
};

/** Whoever writes into the dossier, and commits, waits until it is unlocked. */
const lockDossier = async (): Promise<() => Promise<void>> => {
  const trx = await house.strapi.db.connection.transaction();
  await trx('dossiers').where({ document_id: own.dossier.id }).update({ description: 'locked' });
  return async () => {
    await trx.rollback();
  };
};

const expectNothingVisible = async (): Promise<void> => {
  const list = await own.anna.portal.get(`/dossiers/${own.dossier.id}`);
  expect(list.as(dossierViewSchema).documents).toEqual([]);
  expect([await rows(), await proof()]).toEqual([[], []]);
};
const expectSecondTry = async (): Promise<void> => {
  const answer = await own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'deed.pdf', LONG);
  const { id } = answer.as(documentViewSchema);
  expect((await own.anna.portal.get(`/documents/${id}/download`)).bytes.equals(LONG)).toBe(true);
};

describe('a process that is killed in the middle of an upload', () => {
  beforeAll(async () => {
    scanner = await startStandIn((connection) => {
      if (patience === 'deaf') return void connection.pause();
      connection.on('data', (data) => {
        if (!data.subarray(-4).equals(END_OF_FILE)) return;
        allRead();
        if (patience === 'fair') connection.end('stream: OK\0');
      });
    });
    store = await startObjectStore();
    house = await startStrapi({
      CLAMD_SOCKET: scanner.socket,
      CLAMD_HOST: '',
      S3_BUCKET: 'documents',
      S3_ENDPOINT: store.url,
      S3_FORCE_PATH_STYLE: 'true',
      S3_ACCESS_KEY_ID: 'any',
      S3_SECRET_ACCESS_KEY: 'any',
    });
    house.strapi.log.level = 'silent';
    node = await startNode();
  });
  beforeEach(async () => {
    own = await givenCase(house);
    patience = 'fair';
    store.beforeKeeping = () => Promise.resolve();
  });
  afterAll(async () => {
    node?.process.kill('SIGKILL');
    await house.stop();
    await store.stop();
    await scanner.stop();
  });

  const whenAllRead = (): Promise<void> => new Promise((resolve) => (allRead = resolve));
  /** From then on the store is silent. */
  const whenStoreIsAsked = (): Promise<void> =>
    new Promise((resolve) => {
      store.beforeKeeping = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });

  it.each([
    ['while it arrives', 'deaf', () => whenFolder(spoolOf(house), (names) => names.length > 0)],
    ['when it is spooled and has no verdict', 'silent', () => whenAllRead()],
    ['when it is clean and not stored', 'fair', () => whenStoreIsAsked()],
  ] as const)('%s leaves nothing that anybody sees, and nothing after the next start', async (...step) => {
    const [, kind, moment] = step;
    patience = kind;
    await killedAt(moment);
    expect(readdirSync(spoolOf(house))).toHaveLength(1);
    await expectNothingVisible();
    patience = 'fair';
    store.beforeKeeping = () => Promise.resolve();
    await startedAgain();
    await expectNothingVisible();
    expect(await orphans()).toEqual([]);
    await expectSecondTry();
  });

  it('when it is stored and not committed leaves its file until the next start, and nobody sees it', async () => {
    let unlock = (): Promise<void> => Promise.resolve();
    store.beforeKeeping = async () => {
      unlock = await lockDossier();
    };
    await killedAt(() => new Promise((resolve) => (store.kept = resolve)));
    await unlock();
    store.beforeKeeping = () => Promise.resolve();
    expect([(await orphans()).length, (await loose()).length]).toEqual([1, 1]);
    await expectNothingVisible();
    await startedAgain();
    await expectNothingVisible();
    expect(await orphans()).toEqual([]);
    await expectSecondTry();
  });

  it('when it is committed and not answered has lost nothing', async () => {
    await killedAt(async () => {
      while ((await rows()).length === 0) await turn();
    });
    const [row] = await rows();
    await startedAgain();
    expect([(await rows()).length, (await proof()).map(({ kind }) => kind)]).toEqual([1, ['published']]);
    const answer = await own.anna.portal.get(`/documents/${row?.document_id ?? ''}/download`);
    expect([answer.bytes.equals(LONG), await orphans()]).toEqual([true, []]);
  });

  it('is not swept away by another that starts: neither what is young, nor what a document has', async () => {
    await expectSecondTry();
    const [row] = await rows();
    const [now, before] = [new Date(), new Date(Date.now() - 25 * HOUR_MS)];
    const noted = (key: string, at: Date) => ({ storage_key: key, noted_at: at, given_up: false });
    await table('loose_files').insert([
      noted(row?.storage_key ?? '', before),
      noted('young', now),
      noted('old', before),
    ]);
    const other = await startNode();
    while ((await loose()).some(({ storage_key: key }) => key === 'old')) await turn();
    other.process.kill('SIGKILL');
    expect((await loose()).map(({ storage_key: key }) => key)).toEqual([row?.storage_key, 'young']);
    await table('loose_files').delete();
    const answer = await own.anna.portal.get(`/documents/${row?.document_id ?? ''}/download`);
    expect(answer.bytes.equals(LONG)).toBe(true);
  });

  it('is no document any more where it was given up in the meantime, and says so', async () => {
    store.beforeKeeping = async () => {
      await table('loose_files').update({ given_up: true });
    };
    const answer = await own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'deed.pdf', LONG);
    expect([answer.status, answer.error.code]).toEqual([503, 'storage-unavailable']);
    await expectNothingVisible();
    expect([await orphans(), await loose()]).toEqual([[], []]);
  });
});
