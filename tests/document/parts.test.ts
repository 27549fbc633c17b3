import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { deskDocumentListSchema, documentViewSchema } from '../../src/contract/document';
import { describeWithScanner, givenDocument, pdfOf, startStrapi, type Answer, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { cookieOf } from '../http/raw';

let house: House;
let own: Case;

const FRAME = 256 * 1024;
const LONG = pdfOf(randomBytes(5 * FRAME + 77));

const published = async (content = LONG): Promise<string> =>
  (await givenDocument(own.jan, own.dossier, { name: 'long.pdf', content })).id;
const part = (id: string, range: string, what = 'view', headers = {}): Promise<Answer> =>
  own.anna.portal.get(`/documents/${id}/${what}`, { range, ...headers });
const readingOf = async (id: string) => {
  const answer = await own.jan.desk.get(`/dossiers/${own.dossier.id}/documents`);
  return answer.as(deskDocumentListSchema).documents.find((document) => document.id === id)?.readings[0];
};
const events = async (id: string): Promise<string[]> =>
  house.strapi.db
    .connection('proof_events')
    .where({ subject: id })
    .whereNot({ kind: 'notified' })
    .orderBy('seq')
    .pluck('kind');

/** Resolves when the house has noticed that a line was cut. */
const whenNoticed = async (id: string): Promise<void> => {
  const row = house.strapi.db.connection('readings').where({ subject: id }).whereNotNull('reached_bytes');
  while ((await row.clone().first<unknown>('id')) === undefined)
    // SQLite answers at once: without this the house itself would never have its turn.
    await new Promise((resolve) => setImmediate(resolve));
};

/** Takes so many bytes of a download, and cuts the line. */
const takeAndCut = async (id: string, bytes: number): Promise<number> => {
  const line = new AbortController();
  const address = `${house.baseUrl}/api/portal/documents/${id}/download`;
  const { body } = await fetch(address, { headers: cookieOf(own.anna.portal), signal: line.signal });
  const reader = body?.getReader();
  let taken = 0;
  while (taken < bytes) taken += (await reader?.read())?.value?.length ?? Infinity;
  line.abort();
  return taken;
};

describeWithScanner('reading in parts', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
    house.strapi.log.level = 'silent';
  });
  afterAll(() => house.stop());

  it.each([
    ['bytes=0-0', 0, 1],
    [`bytes=${FRAME - 1}-${FRAME}`, FRAME - 1, FRAME + 1],
    [`bytes=${5 * FRAME}-`, 5 * FRAME, LONG.length],
    ['bytes=-10', LONG.length - 10, LONG.length],
    ['bytes=100-99999999', 100, LONG.length],
    ['bytes=0-', 0, LONG.length],
  ])('%s comes alone, and says which it is', async (range, begin, end) => {
    const answer = await part(await published(), range);
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${begin}-${end - 1}/${LONG.length}`);
    expect(answer.headers.get('content-length')).toBe(String(end - begin));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.bytes.equals(LONG.subarray(begin, end))).toBe(true);
  });

  it.each([`bytes=${LONG.length}-`, 'bytes=-0', 'bytes=99999999-'])(
    'that does not exist (%s) is refused',
    async (range) => {
      const id = await published();
      for (const what of ['view', 'download']) {
        const answer = await part(id, range, what);
        expect([answer.status, answer.error.code]).toEqual([416, 'no-such-part']);
        expect(answer.headers.get('content-range')).toBe(`bytes */${LONG.length}`);
      }
      expect(await readingOf(id)).toMatchObject({ openedAt: null, downloadedAt: null });
    },
  );

  it.each(['bytes=0-1,5-9', 'lines=1-2', 'bytes=a-b', 'bytes', 'bytes=-99999999'])(
    'that nobody gives out alone (%s) is answered by the whole',
    async (range) => {
      const answer = await part(await published(), range);
      expect([answer.status, answer.headers.get('content-range')]).toEqual([200, null]);
      expect(answer.bytes.equals(LONG)).toBe(true);
    },
  );

  it('is given to who has the rest of the same file, and the whole to who has another', async () => {
    const id = await published();
    const tag = (await own.anna.portal.send('HEAD', `/documents/${id}/view`)).headers.get('etag') ?? '';
    const other = `"${'0'.repeat(64)}"`;
    const statuses = [];
    for (const condition of [tag, other, `W/${tag}`, 'Sat, 21 Nov 2026 12:00:00 GMT'])
      statuses.push((await part(id, 'bytes=7-9', 'view', { 'if-range': condition })).status);
    expect(statuses).toEqual([206, 200, 200, 200]);
  });

  it('of a damaged file comes as long as its own frames are whole, and is refused where they are not', async () => {
    const id = await published();
    const { storage_key: key } = await house.strapi.db
      .connection('documents')
      .where({ document_id: id })
      .first<{ storage_key: string }>('storage_key');
    const file = path.join(house.folder, 'documents', key);
    const bytes = readFileSync(file);
    bytes[3 * FRAME] = (bytes[3 * FRAME] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect((await part(id, 'bytes=0-99')).bytes.equals(LONG.subarray(0, 100))).toBe(true);
    const broken = await part(id, `bytes=${3 * FRAME - 9}-${3 * FRAME - 1}`);
    expect([broken.status, broken.error.code]).toEqual([500, 'file-damaged']);
  });

  it('that is looked at counts as one opening, however many there are, and as no download', async () => {
    const id = await published();
    await own.anna.portal.get(`/documents/${id}/view`);
    for (const range of ['bytes=5-9', `bytes=${FRAME}-`, 'bytes=-5']) await part(id, range);
    expect(await events(id)).toEqual(['published', 'opened']);
    expect(await readingOf(id)).toMatchObject({ openedAt: expect.any(String), downloadedAt: null });
  });

  it('from the middle counts as opened where nothing was opened before', async () => {
    const id = await published();
    await part(id, 'bytes=700-');
    expect(await events(id)).toEqual(['published', 'opened']);
  });

  it('that staff look at counts for nobody', async () => {
    const id = await published();
    for (const what of ['view', 'download']) {
      const answer = await own.jan.desk.get(`/documents/${id}/${what}`, { range: 'bytes=9-19' });
      expect([answer.status, answer.bytes.length]).toEqual([206, 11]);
    }
    expect(await events(id)).toEqual(['published']);
  });

  it('of what the client delivered comes as it is asked for', async () => {
    const delivered = await own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'own.pdf', LONG);
    const { id } = delivered.as(documentViewSchema);
    expect((await part(id, 'bytes=1000-1009', 'download')).bytes.equals(LONG.subarray(1000, 1010))).toBe(
      true,
    );
  });

  it('is read from a store that is asked over the line, too', async () => {
    const id = await published();
    const provider = house.strapi.plugin('upload').provider as Record<string, unknown>;
    const { read } = provider;
    const ranges: unknown[] = [];
    const store = http.createServer((request, response) => {
      ranges.push(request.headers.range);
      const [, first = '', last = ''] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
      const bytes = readFileSync(path.join(house.folder, 'documents', path.basename(request.url ?? '')));
      if (first === '') return response.end(bytes);
      return response.writeHead(206).end(bytes.subarray(Number(first), Number(last) + 1));
    });
    await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
    const { port } = store.address() as AddressInfo;
    provider.read = undefined;
    provider.getSignedUrl = ({ hash }: { hash: string }) =>
      Promise.resolve({ url: `http://127.0.0.1:${port}/${hash}` });
    try {
      const got = await part(id, `bytes=${FRAME}-${FRAME + 4}`);
      expect([got.status, got.bytes.equals(LONG.subarray(FRAME, FRAME + 5))]).toEqual([206, true]);
      expect(ranges).toHaveLength(2);
      expect((await part(id, 'bytes=0-1,4-5')).bytes.equals(LONG)).toBe(true);
    } finally {
      provider.read = read;
      store.close();
    }
  });

  describe('a download that was cut', () => {
    const content = pdfOf(randomBytes(20_000_000));

    it('goes on where it stopped, and counts when its last byte goes out', async () => {
      const id = await published(content);
      const taken = await takeAndCut(id, 1_000_000);
      await whenNoticed(id);
      expect(await events(id)).toEqual(['published']);
      const rest = await part(id, `bytes=${taken}-`, 'download');
      expect([rest.status, rest.bytes.equals(content.subarray(taken))]).toEqual([206, true]);
      expect(await events(id)).toEqual(['published', 'downloaded']);
      expect(await readingOf(id)).toMatchObject({ openedAt: null, downloadedAt: expect.any(String) });
    });

    it('gives nothing alone that lies beyond: nobody gets all of it in pieces uncounted', async () => {
      const id = await published(content);
      const end = await part(id, 'bytes=-10', 'download');
      expect([end.status, end.bytes.length]).toEqual([200, content.length]);
      expect(await events(id)).toEqual(['published', 'downloaded']);
    });

    it.each(['bytes=0-999999', `bytes=0-${content.length - 2}`, `bytes=-${content.length}`])(
      'gives no part that leaves out the end, and counts: %s',
      async (range) => {
        const id = await published(content);
        const { bytes } = await part(id, range, 'download');
        expect(bytes.equals(content)).toBe(true);
        expect(await events(id)).toEqual(['published', 'downloaded']);
      },
    );

    it('is nobody else’s to go on with', async () => {
      const id = await published(content);
      const second = await givenCase(house);
      const stranger = await second.anna.portal.get(`/documents/${id}/download`, { range: 'bytes=0-9' });
      expect([stranger.status, stranger.error.code]).toEqual([404, 'not-found']);
    });
  });
});
