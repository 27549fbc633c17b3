import { randomBytes } from 'node:crypto';
import { describeWithScanner, pdfOf, startStrapi, type House } from '../support';
import { givenCase } from '../access/case';
import { keptFiles } from '../document/on-disk';
import { begin, idIn, receivedOf, sendPart } from './tus';

const LONG = pdfOf(randomBytes(100_000));

let house: House;

const table = (name: string) => house.strapi.db.connection(name);
const rowsOf = async (name: string): Promise<number> =>
  ((await table(name).select('id')) as unknown[]).length;

describeWithScanner('an upload', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
  });
  afterAll(() => house.stop());

  it('is cancelled also while the document is being made of it, which is then none', async () => {
    const own = await givenCase(house);
    const anna = own.anna.portal;
    const id = idIn(await begin(anna, own.dossier, { size: LONG.length }));
    const provider = house.strapi.plugin('upload').provider as {
      uploadStream(file: { size: number }): Promise<unknown>;
    };
    const uploadStream = provider.uploadStream.bind(provider);
    let cancelled = 0;
    provider.uploadStream = async (file) => {
      const isPart = (await receivedOf(anna, id)) === 0;
      if (!isPart) cancelled = (await anna.delete(`/uploads/${id}`)).status;
      return uploadStream(file);
    };
    const answer = await sendPart(anna, id, 0, LONG);
    provider.uploadStream = uploadStream;
    expect([cancelled, answer.status, answer.error.code]).toEqual([204, 404, 'not-found']);
    for (const name of ['uploads', 'upload_parts', 'documents'])
      expect([name, await rowsOf(name)]).toEqual([name, 0]);
    expect(await keptFiles(house)).toEqual([]);
  });

  it('comes in so many parts at most, each a row and a file, and keeps those it has', async () => {
    const own = await givenCase(house);
    const anna = own.anna.portal;
    const id = idIn(await begin(anna, own.dossier, { size: LONG.length }));
    expect((await sendPart(anna, id, 0, LONG.subarray(0, 50_000))).status).toBe(204);
    const { id: _id, ...part } = (await table('upload_parts').first()) as Record<string, unknown>;
    const others = Array.from({ length: 1_999 }, (_none, n) => ({
      ...part,
      document_id: String(n).padStart(24, 'p'),
    }));
    await house.strapi.db.connection.batchInsert('upload_parts', others, 20);
    const refused = await sendPart(anna, id, 50_000, LONG.subarray(50_000));
    await table('upload_parts').where('document_id', 'like', 'pppp%').delete();
    expect([refused.error.code, refused.error.max]).toEqual(['too-many-uploads', 2_000]);
    expect(await receivedOf(anna, id)).toBe(50_000);
  });
});
