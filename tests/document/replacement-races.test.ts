import { setImmediate as turn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { deskDocumentSchema } from '../../src/contract/document';
import {
  describeWithScanner,
  givenDocument,
  givenStaff,
  pdfOf,
  startStrapi,
  type Answer,
  type House,
} from '../support';
import { givenCase, type Case } from '../access/case';
import { chainOf, expectUnbroken } from '../plugins/read-tracking/chain';
import { begunDownload } from './begun-download';
import { keptFiles } from './on-disk';
import { atDesk, CORRECTED, foundBy, replace, sha256 } from './replacement';

let house: House;
let own: Case;

const table = (name: string) => house.strapi.db.connection(name);
const events = async (): Promise<string[]> =>
  (await chainOf(house, own.dossier.id))
    .filter(({ kind }) => kind !== 'notified')
    .map(({ kind, title }) => `${kind} ${title}`);

interface Provider {
  uploadStream(file: object): Promise<unknown>;
}

/** `work` is done when a file was scanned and before it is stored, which waits for it. */
const beforeStoring = async <T>(work: () => Promise<unknown>, sending: () => Promise<T>): Promise<T> => {
  const provider = house.strapi.plugin('upload').provider as Provider;
  const uploadStream = provider.uploadStream.bind(provider);
  provider.uploadStream = async (file) => {
    await work();
    return uploadStream(file);
  };
  try {
    return await sending();
  } finally {
    provider.uploadStream = uploadStream;
  }
};

/** Resolves for all when so many have asked. */
const together = (count: number): (() => Promise<void>) => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let waiting = 0;
  return () => {
    waiting += 1;
    if (waiting === count) open();
    return opened;
  };
};

/** Every file in the store is a document. */
const expectNoLooseFile = async (): Promise<void> => {
  const rows: unknown[] = await table('documents').select('id');
  expect([(await keptFiles(house)).length, await table('loose_files').select('id')]).toEqual([
    rows.length,
    [],
  ]);
};

describeWithScanner('replacing a document, at the same time as', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('a colleague replaces it, gives it one successor, and the other is told', async () => {
    const old = await givenDocument(own.jan, own.dossier, { name: 'Deed.pdf' });
    const kim = await givenStaff(house, 'Kim');
    await own.jan.desk.put(`/dossiers/${own.dossier.id}/staff`, { staffIds: [own.jan.id, kim.id] });
    const answers = await beforeStoring(together(2), () =>
      Promise.all([
        replace(own.jan.desk, old.id, CORRECTED, 'By Jan.pdf'),
        replace(kim.desk, old.id, pdfOf('by Kim'), 'By Kim.pdf'),
      ]),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    const next = answers.find(({ status }) => status === 201)?.as(deskDocumentSchema);
    expect(refused?.error.code).toBe('document-withdrawn');
    expect((await foundBy(own)).map(({ id }) => id)).toEqual([next?.id]);
    expect((await atDesk(own)).get('Deed.pdf')?.replacedBy?.id).toBe(next?.id);
    const published = `published ${next?.name ?? ''}`;
    expect(await events()).toEqual(['published Deed.pdf', published, 'replaced Deed.pdf']);
    expectUnbroken(await chainOf(house, own.dossier.id));
    await expectNoLooseFile();
  });

  it('it is withdrawn, publishes nothing where that came first', async () => {
    const old = await givenDocument(own.jan, own.dossier, { name: 'Deed.pdf' });
    const answer = await beforeStoring(
      () => own.jan.desk.post(`/documents/${old.id}/withdrawal`),
      () => replace(own.jan.desk, old.id),
    );
    expect([answer.status, answer.error.code]).toEqual([409, 'document-withdrawn']);
    expect(await foundBy(own)).toEqual([]);
    expect((await atDesk(own)).get('Deed.pdf')?.replacedBy).toBeNull();
    expect(await events()).toEqual(['published Deed.pdf', 'withdrawn Deed.pdf']);
    await expectNoLooseFile();
  });

  it('it is withdrawn, is not undone by that where it came first', async () => {
    const old = await givenDocument(own.jan, own.dossier, { name: 'Deed.pdf' });
    const next = (await replace(own.jan.desk, old.id)).as(deskDocumentSchema);
    const answer = await own.jan.desk.post(`/documents/${old.id}/withdrawal`);
    expect(answer.as(deskDocumentSchema).replacedBy?.id).toBe(next.id);
    expect((await events()).slice(1)).toEqual(['published Corrected deed.pdf', 'replaced Deed.pdf']);
  });

  it('the client downloads it, lets that come to its end, and the proof says so', async () => {
    const content = pdfOf(Buffer.alloc(24_000_000, 'c'));
    const old = await givenDocument(own.jan, own.dossier, { name: 'Deed.pdf', content });
    const rest = await begunDownload(house, own.anna.portal, old.id);
    expect((await replace(own.jan.desk, old.id)).status).toBe(201);
    expect(sha256(await rest())).toBe(sha256(content));
    expect((await own.anna.portal.get(`/documents/${old.id}/download`)).status).toBe(404);
    expect(await events()).toEqual([
      'published Deed.pdf',
      'published Corrected deed.pdf',
      'replaced Deed.pdf',
      'downloaded Deed.pdf',
    ]);
    const replaced = (await atDesk(own)).get('Deed.pdf');
    expect(replaced?.readings.map(({ downloadedAt }) => downloadedAt !== null)).toEqual([true]);
  });

  it('the dossier is given to others, publishes nothing and takes nothing away', async () => {
    const old = await givenDocument(own.jan, own.dossier);
    const kim = await givenStaff(house, 'Kim');
    const answer = await beforeStoring(
      () => own.jan.desk.put(`/dossiers/${own.dossier.id}/staff`, { staffIds: [kim.id] }),
      () => replace(own.jan.desk, old.id),
    );
    expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    expect((await foundBy(own)).map(({ id }) => id)).toEqual([old.id]);
    await expectNoLooseFile();
  });

  // Of all others SQLite lets one write at a time: there nobody waits for anybody's row.
  if (process.env.TEST_DATABASE !== 'postgres') return;

  const whenWaiting = async (count: number): Promise<void> => {
    const waiting = "datname = current_database() and wait_event_type = 'Lock'";
    while (((await table('pg_stat_activity').whereRaw(waiting).select('pid')) as unknown[]).length < count)
      await turn();
  };
  /** The document's row is held until each of these waits, in this order. */
  const queued = async (id: string, asks: (() => Promise<Answer>)[]): Promise<Answer[]> => {
    const trx: Knex.Transaction = await house.strapi.db.connection.transaction();
    await trx('documents').where({ document_id: id }).forUpdate().first('id');
    const answers: Promise<Answer>[] = [];
    for (const ask of asks) {
      answers.push(ask());
      await whenWaiting(answers.length);
    }
    await trx.rollback();
    return Promise.all(answers);
  };

  it('it is being withdrawn at that very moment, publishes nothing', async () => {
    const old = await givenDocument(own.jan, own.dossier, { name: 'Deed.pdf' });
    const answers = await queued(old.id, [
      () => own.jan.desk.post(`/documents/${old.id}/withdrawal`),
      () => replace(own.jan.desk, old.id),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
    expect(await foundBy(own)).toEqual([]);
    await expectNoLooseFile();
  });

  it.each([
    ['the firm', () => own.jan.desk],
    ['the client', () => own.anna.portal],
  ])('%s is remarking on it at that very moment, waits in no circle', async (_who, side) => {
    const old = await givenDocument(own.jan, own.dossier, { name: 'Deed.pdf' });
    const answers = await queued(old.id, [
      () => side().post(`/documents/${old.id}/remarks`, { body: 'Please check clause 4' }),
      () => replace(own.jan.desk, old.id),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });
});
