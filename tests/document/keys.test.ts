import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import { newFileKey, wrapFileKey } from '../../src/vault';
import { describeWithScanner, givenDocument, PDF, startStrapi, type House } from '../support';
import { givenCase, type Case } from '../access/case';

const ROOT = path.resolve(__dirname, '../..');
const key = (id: string, fill = id): string => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;

let house: House;
let own: Case;
let nodes: Node[] = [];

interface Node {
  process: ChildProcess;
  said: string[];
  /** Resolves when the node says something that matches; rejects when it ended without. */
  says(what: RegExp): Promise<string>;
  /** The reason why it did not start, or 'stands'. */
  started: Promise<string>;
  ended: Promise<void>;
}

const messageSchema = z.object({
  said: z.string().optional(),
  failed: z.string().optional(),
  stands: z.boolean().optional(),
});

/** Starts another node on the same database with these keys. */
const startNode = (documentKey: string): Node => {
  const child = fork(path.join(__dirname, 'other-start.cjs'), [ROOT, path.join(ROOT, 'dist')], {
    env: { ...process.env, DOCUMENT_KEY: documentKey },
  });
  const said: string[] = [];
  const listeners = new Set<() => void>();
  const messages: z.infer<typeof messageSchema>[] = [];
  child.on('message', (raw) => {
    const message = messageSchema.parse(raw);
    messages.push(message);
    if (message.said !== undefined) said.push(message.said);
    for (const listen of listeners) listen();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const waitFor = (find: () => string | undefined): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = find();
        if (found !== undefined) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`The node ended; it said ${said.join(' | ')}`)));
    });
  const started = waitFor(() => {
    const last = messages.find(({ failed, stands }) => failed !== undefined || stands === true);
    return last?.failed ?? (last?.stands ? 'stands' : undefined);
  });
  const node = {
    process: child,
    said,
    ended,
    started,
    says: (what: RegExp) => waitFor(() => said.find((line) => what.test(line))),
  };
  nodes.push(node);
  return node;
};

const stop = async (node: Node): Promise<void> => {
  if (node.process.connected) node.process.send('stop');
  await node.ended;
};

const documents = () => house.strapi.db.connection('documents');
const under = async (id: string): Promise<number> => {
  const [row]: { count?: number | string }[] = await documents().where({ key_id: id }).count('* as count');
  return Number(row?.count ?? 0);
};

/** Rows as uploads make them, each with a wrapped key of its own; their files are not needed here. */
const givenRows = async (count: number): Promise<void> => {
  const { id: _id, ...row } = (await documents().first()) as Record<string, unknown>;
  const rows = Array.from({ length: count }, async (_, n) => {
    const document = `row${String(n).padStart(21, '0')}`;
    const wrapped = await wrapFileKey({ document, dossier: own.dossier.id }, newFileKey());
    return { ...row, ...wrapped, document_id: document, storage_key: `row-${n}` };
  });
  await house.strapi.db.connection.batchInsert('documents', await Promise.all(rows), 20);
};

/** This house's own node gets other keys, as after a restart. */
const setKeys = (...keys: string[]): void => {
  const parsed = keys.map((one) => ({ id: one.split(':')[0], secret: one.split(':')[1] }));
  house.strapi.config.set('portal.documents.keys', parsed);
};

describeWithScanner("the firm's keys (B3)", () => {
  let real: string;

  beforeAll(async () => {
    house = await startStrapi({ DOCUMENT_KEY: key('old') });
    own = await givenCase(house);
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    await documents().delete();
    setKeys(key('old'));
    ({ id: real } = await givenDocument(own.jan, own.dossier));
  });
  afterEach(async () => {
    for (const node of nodes) await stop(node);
    nodes = [];
  });
  afterAll(() => house.stop());

  const code = async (id = real): Promise<string> => {
    const answer = await own.anna.portal.get(`/documents/${id}/download`);
    return answer.status === 200 && answer.bytes.equals(PDF) ? 'whole' : answer.error.code;
  };

  const keyAndFile = () =>
    documents()
      .where({ document_id: real })
      .first<{ wrapped_key: string; storage_key: string }>('wrapped_key', 'storage_key');

  it('are changed while people read: rows are wrapped anew in the background, files stay as they are', async () => {
    await givenRows(250);
    const before = await keyAndFile();
    const node = startNode(`${key('new')},${key('old')}`);
    await node.says(/251 wrapped anew here; the older keys are not needed any more/);
    expect([await under('old'), await under('new')]).toEqual([0, 251]);
    const after = await keyAndFile();
    expect(after.storage_key).toBe(before.storage_key);
    expect(after.wrapped_key).not.toBe(before.wrapped_key);
    setKeys(key('new'));
    expect(await code()).toBe('whole');
    setKeys(key('old'));
    expect(await code()).toBe('key-unavailable');
  });

  it('are changed by a process that is killed on the way, and by the next one that goes on', async () => {
    await givenRows(600);
    const killed = startNode(`${key('new')},${key('old')}`);
    while ((await under('new')) === 0) await turn();
    killed.process.kill('SIGKILL');
    await killed.ended;
    const [old, anew] = [await under('old'), await under('new')];
    expect([old > 0, anew > 0, old + anew]).toEqual([true, true, 601]);
    setKeys(key('new'), key('old'));
    expect(await code()).toBe('whole');
    const next = startNode(`${key('new')},${key('old')}`);
    await next.says(new RegExp(`${old} wrapped anew here`));
    expect(await under('old')).toBe(0);
    setKeys(key('new'));
    expect(await code()).toBe('whole');
  });

  it('are changed by two processes at once, which do no harm to each other', async () => {
    await givenRows(400);
    const both = [0, 1].map(() => startNode(`${key('new')},${key('old')}`));
    expect(await Promise.all(both.map(({ started }) => started))).toEqual(['stands', 'stands']);
    // Who comes late may find nothing left to do, and says nothing.
    while ((await under('old')) > 0) await turn();
    expect([await under('old'), await under('new')]).toEqual([0, 401]);
    setKeys(key('new'));
    expect(await code()).toBe('whole');
  });

  it('that are lost are named at the start, with how much they opened, and everything else works', async () => {
    await givenRows(4);
    const node = startNode(key('other'));
    expect(await node.started).toBe('stands');
    expect(node.said.filter((line) => line.startsWith('error'))).toEqual([
      expect.stringMatching(/^error: 5 documents CANNOT BE READ.*"old"/),
    ]);
    setKeys(key('other'));
    const answer = await own.anna.portal.get(`/documents/${real}/download`);
    expect([answer.status, answer.error.code]).toEqual([503, 'key-unavailable']);
    const { id } = await givenDocument(own.jan, own.dossier, { name: 'After.pdf' });
    expect([await code(id), await code()]).toEqual(['whole', 'key-unavailable']);
    setKeys(key('other'), key('old'));
    expect([await code(id), await code()]).toEqual(['whole', 'whole']);
  });

  it('do not let the portal start under a name that is right with bytes that are wrong', async () => {
    const wrong = startNode(key('old', 'these are others'));
    expect(await wrong.started).toMatch(/The key "old".*does not open the 1 documents.*another key/);
    await wrong.ended;
  });

  it('are not thought wrong because one row is damaged', async () => {
    await givenRows(2);
    await documents()
      .where({ document_id: real })
      .update({ wrapped_key: randomBytes(300).toString('base64') });
    expect(await code()).toBe('file-damaged');
    const node = startNode(`${key('new')},${key('old')}`);
    expect(await node.started).toBe('stands');
    await node.says(/2 wrapped anew here, 1 by other processes or not at all/);
    expect([await under('old'), await under('new')]).toEqual([1, 2]);
  });
});
