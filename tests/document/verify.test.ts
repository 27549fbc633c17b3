import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeWithScanner, givenDocument, pdfOf, startStrapi, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { documentsCommand } from './command';

let house: House;
let own: Case;

const documents = () => house.strapi.db.connection('documents');
const published = async (): Promise<{ id: string; file: string }> => {
  const { id } = await givenDocument(own.jan, own.dossier, { content: pdfOf(randomBytes(700_000)) });
  const row = await documents().where({ document_id: id }).first<{ storage_key: string }>('storage_key');
  return { id, file: path.join(house.folder, 'documents', row.storage_key) };
};

const verify = () => documentsCommand('verify');

describeWithScanner('npm run documents -- verify', () => {
  beforeAll(async () => {
    house = await startStrapi();
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('finds every document whole where nothing has happened, and each that is not where something has', async () => {
    const whole = await published();
    const good = await verify();
    expect(good).toEqual({
      code: 0,
      lines: ['1 documents whole, 0 damaged or unreadable, 0 erased; 0 files without a document'],
    });

    const [cut, missing, other, lost, erased] = [
      await published(),
      await published(),
      await published(),
      await published(),
      await published(),
    ];
    truncateSync(cut.file, 300_000);
    rmSync(missing.file);
    await documents()
      .where({ document_id: other.id })
      .update({ sha_256: 'a'.repeat(64) });
    await documents().where({ document_id: lost.id }).update({ key_id: 'lost' });
    await documents().where({ document_id: erased.id }).update({ wrapped_key: null, key_id: null });
    const [orphan, arriving] = [randomUUID(), randomUUID()];
    for (const name of [orphan, arriving])
      writeFileSync(path.join(house.folder, 'documents', name), 'sealed');
    const before = new Date(Date.now() - 2 * 60 * 60_000);
    utimesSync(path.join(house.folder, 'documents', orphan), before, before);

    const { code, lines } = await verify();
    expect(code).toBe(1);
    const named = (id: string): string | undefined => lines.find((line) => line.includes(id));
    expect(named(cut.id)).toMatch(/^DAMAGED .* is damaged/);
    expect(named(missing.id)).toMatch(/^DAMAGED .* is missing in the store/);
    expect(named(other.id)).toMatch(/^DAMAGED .*SHA-256/);
    expect(named(lost.id)).toMatch(/^DAMAGED .*No key "lost"/);
    expect(named(orphan)).toMatch(/^orphan /);
    expect([whole.id, erased.id, arriving].map(named)).toEqual([undefined, undefined, undefined]);
    expect(lines.at(-1)).toBe(
      '1 documents whole, 4 damaged or unreadable, 1 erased; 1 files without a document',
    );
  });
});
