import { describeWithScanner, givenDocument, pdfOf, startStrapi, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import type { Readings } from '../../src/plugins/read-tracking/server/services/readings';
import { cookieOf } from '../http/raw';
import { askAndReset } from '../http/reset';

let house: House;
let own: Case;

const give = async (count: number, size: number): Promise<void> => {
  for (let n = 1; n <= count; n += 1)
    await givenDocument(own.jan, own.dossier, { name: `${n}.pdf`, content: pdfOf(Buffer.alloc(size, n)) });
};
const zipPath = (): string => `/dossiers/${own.dossier.id}/zip?which=unread`;
const downloads = (): Promise<string[]> =>
  house.strapi.db
    .connection('proof_events')
    .where({ scope: own.dossier.id, kind: 'downloaded' })
    .orderBy('seq')
    .pluck('title');

/** What comes of an answer before its line breaks. */
const rest = async (path: string): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  const { body } = await fetch(`${house.baseUrl}/api/portal${path}`, { headers: cookieOf(own.anna.portal) });
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const drained = async (): Promise<void> => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value);
  };
  await expect(drained()).rejects.toThrow();
  return Buffer.concat(parts);
};

/** What counted, once the house has had the time to give out everything anew. */
const counted = async (count: number): Promise<number> => {
  const before = await downloads();
  expect((await own.anna.portal.get(`/dossiers/${own.dossier.id}/zip?which=all`)).status).toBe(200);
  const all = await downloads();
  expect(all.length).toBeGreaterThanOrEqual(before.length + count);
  return all.length - count;
};

describeWithScanner('a zip that does not come to its end', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('as its reader left before anything came has delivered nothing', async () => {
    await give(5, 10_000);
    expect(await askAndReset(house, own.anna.portal, zipPath(), 'at once')).toMatchObject({ came: 0 });
    expect(await counted(5)).toBe(0);
    expect(await downloads()).toEqual(['5.pdf', '4.pdf', '3.pdf', '2.pdf', '1.pdf']);
  });

  it.each([
    [6, 60_000],
    [20, 10_000],
  ])(
    'as its reader left at the first bytes has delivered no more of %i documents than were given to the line',
    async (count, size) => {
      await give(count, size);
      const { came, given } = await askAndReset(house, own.anna.portal, zipPath(), 'at the first bytes');
      expect(came).toBeGreaterThan(0);
      // The one under way counts before its last bytes go out: nobody has all of it uncounted.
      const most = Math.min(2, Math.floor(given / size) + 1);
      expect(await counted(count)).toBeLessThanOrEqual(most);
    },
  );

  it('has no document to the end whose delivery could not be noted', async () => {
    await give(3, 300_000);
    const service = house.strapi.plugin('read-tracking').service<Readings>('readings');
    const note = service.note.bind(service);
    const noting = jest.spyOn(service, 'note').mockImplementation((...args) => {
      if (noting.mock.calls.length === 2) throw new Error('The database is away');
      return note(...args);
    });
    const bytes = await rest(zipPath());
    noting.mockRestore();
    expect(await downloads()).toEqual(['3.pdf']);
    const count = (n: number): number => bytes.filter((byte) => byte === n).length;
    expect(count(3)).toBeGreaterThanOrEqual(300_000);
    expect(count(2)).toBeLessThan(300_000);
  });
});
