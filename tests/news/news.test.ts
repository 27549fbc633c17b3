import { createRequire } from 'node:module';
import fc from 'fast-check';
import { newsSchema } from '../../src/contract/news';
import type { House } from '../support';
import { givenSettings, portal, startStrapi } from '../support';
import { openLine } from '../http/raw';

interface Node {
  elements?: (Node & { name?: string })[];
  text?: string;
  cdata?: string;
}
const fromFeed = createRequire(createRequire(__filename).resolve('feed'));
/** A parser that refuses what is not well formed. */
const { xml2js } = fromFeed('xml-js') as { xml2js: (xml: string) => Node };

const HOUR = 3_600_000;
let house: House;

beforeAll(async () => {
  house = await startStrapi();
});
beforeEach(() => house.strapi.db.connection('news_items').delete());
afterAll(() => house.stop());

const written = (title: string, hoursAgo: number, language = 'en') =>
  house.strapi.documents('api::news-item.news-item').create({
    data: {
      language,
      title,
      body: `${title} & more.\n\nEnd.`,
      appearsAt: new Date(Date.now() - hoursAgo * HOUR),
    },
  });
const somebody = () => portal(house.baseUrl);
const news = async (language = 'en') =>
  (await somebody().get(`/news?language=${language}`)).as(newsSchema).items.map(({ title }) => title);
const FEED = '/api/portal/news/feed?language=en';
const feed = () => somebody().get('/news/feed?language=en');

describe('news of the firm (R106)', () => {
  it('is read by everybody, the latest first, in one language, and not before its moment', async () => {
    await written('Older', 48);
    await written('Newer', 1);
    await written('Tomorrow', -24);
    await written('Nieuw', 1, 'nl');
    expect(await news()).toEqual(['Newer', 'Older']);
    expect(await news('nl')).toEqual(['Nieuw']);
    expect(await news('de')).toEqual([]);
    const { status, error } = await somebody().get('/news?language=fr');
    expect([status, error.code]).toEqual([400, 'invalid-input']);
  });

  it('comes as RSS 2.0 with the firm’s name, and who has the latest is told so', async () => {
    await givenSettings(house, { name: 'Kantoor <De Vries> & zonen' });
    await written('Closed on <Friday> & Monday', 1);
    const answer = await feed();
    const xml = answer.bytes.toString();
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const [rss] = xml2js(xml).elements?.filter(({ name }) => name === 'rss') ?? [];
    const channel = rss?.elements?.[0]?.elements ?? [];
    const textOf = (node?: Node) => node?.elements?.map(({ text, cdata }) => text ?? cdata).join('');
    expect(textOf(channel.find(({ name }) => name === 'title'))).toBe('Kantoor <De Vries> & zonen');
    const item = channel.find(({ name }) => name === 'item')?.elements ?? [];
    expect(textOf(item.find(({ name }) => name === 'title'))).toBe('Closed on <Friday> & Monday');
    expect(textOf(item.find(({ name }) => name === 'description'))).toBe(
      '<p>Closed on &lt;Friday&gt; &amp; Monday &amp; more.</p><p>End.</p>',
    );
    // Not by fetch, which asks for everything anew as soon as it has such a header.
    const again = () =>
      openLine(house, `GET ${FEED}`, { 'If-None-Match': answer.headers.get('etag') ?? '' }).answer;
    expect(await again()).toMatchObject({ status: 304, body: '' });
    await written('Open again', 0);
    expect((await again()).status).toBe(200);
  });

  it('is well-formed XML whatever the firm has typed', async () => {
    await written('To be replaced', 1);
    // What no database keeps is not among it.
    const typed = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replace(/\0/g, ''));
    const nasty = fc.oneof(
      typed,
      fc.constantFrom(']]>', '\u0001', '\uffff', '<![CDATA[', '&#0;', '</title>'),
    );
    const { connection } = house.strapi.db;
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (title, body) => {
        await connection('news_items').update({ title, body });
        const xml = (await feed()).bytes.toString();
        expect(() => xml2js(xml)).not.toThrow();
        // eslint-disable-next-line no-control-regex -- what no XML may hold
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }),
      { numRuns: 200 },
    );
  });

  it('is written in the content manager by staff, and by nobody else', async () => {
    const asked = await fetch(`${house.baseUrl}/content-manager/collection-types/api::news-item.news-item`);
    expect(asked.status).toBe(401);
    expect((await fetch(`${house.baseUrl}/api/news-items`)).status).toBe(404);
  });
});
