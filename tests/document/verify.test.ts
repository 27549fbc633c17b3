import { randomBytes, randomUUID } from 'node:crypto';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { describeWithScanner, givenDocument, pdfOf, startStrapi, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { storedFile, storeOf, type StoredFile } from '../storage/store';
import { documentsCommand } from './command';

let house: House;
let own: Case;

const documents = () => house.strapi.db.connection('documents');
const published = async (): Promise<{ id: string; file: StoredFile }> => {
  const { id } = await givenDocument(own.jan, own.dossier, { content: pdfOf(randomBytes(700_000)) });
  return { id, file: await storedFile(house, id) };
};

const verify = () => documentsCommand('verify');

describeWithScanner('npm run documents -- verify', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  /** Only a folder names its files. */
  const loose = (count: number): string =>
    house.bucket ? 'this store does not name its files' : `${count} files without a document`;

  it('finds every document whole where nothing has happened, and each that is not where something has', async () => {
    const whole = await published();
    const good = await verify();
    expect(good).toEqual({
      code: 0,
      lines: [`1 documents whole, 0 damaged or unreadable, 0 erased; ${loose(0)}`],
    });

    const [cut, missing, other, lost, erased] = [
      await published(),
      await published(),
      await published(),
      await published(),
      await published(),
    ];
    await cut.file.change((bytes) => bytes.subarray(0, 300_000));
    await missing.file.remove();
    await documents()
      .where({ document_id: other.id })
      .update({ sha_256: 'a'.repeat(64) });
    await documents().where({ document_id: lost.id }).update({ key_id: 'lost' });
    await documents().where({ document_id: erased.id }).update({ wrapped_key: null, key_id: null });

    const { code, lines } = await verify();
    expect(code).toBe(1);
    const named = (id: string): string | undefined => lines.find((line) => line.includes(id));
    expect(named(cut.id)).toMatch(/^DAMAGED .* is damaged/);
    expect(named(missing.id)).toMatch(/^DAMAGED .* is missing in the store/);
    expect(named(other.id)).toMatch(/^DAMAGED .*SHA-256/);
    expect(named(lost.id)).toMatch(/^DAMAGED .*No key "lost"/);
    expect([whole.id, erased.id].map(named)).toEqual([undefined, undefined]);
    expect(lines.at(-1)).toBe(`1 documents whole, 4 damaged or unreadable, 1 erased; ${loose(0)}`);
  });

  it('names a file of which there is no document, but for one that may just be arriving', async () => {
    await documents().delete();
    for (const key of await storeOf(house).keys()) await storeOf(house).remove(key);
    const [orphan, arriving] = [randomUUID(), randomUUID()];
    for (const name of [orphan, arriving]) await storeOf(house).write(name, Buffer.from('sealed'));
    if (!house.bucket) {
      const before = new Date(Date.now() - 2 * 60 * 60_000);
      utimesSync(path.join(house.folder, 'documents', orphan), before, before);
    }
    const { lines } = await verify();
    expect(lines).toEqual([
      ...(house.bucket ? [] : [expect.stringMatching(new RegExp(`^orphan .*${orphan}`))]),
      `0 documents whole, 0 damaged or unreadable, 0 erased; ${loose(1)}`,
    ]);
  });
});
