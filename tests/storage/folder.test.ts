import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { init } from '../../src/providers/private-folder/index';
import { describeWithScanner, givenDocument, startStrapi, type House } from '../support';
import { givenCase } from '../access/case';
import { holdsOnEveryStore } from './any-store';
import { storeOf } from './store';

let house: House;

describeWithScanner('documents in a private folder', () => {
  beforeAll(async () => {
    house = await startStrapi({ S3_BUCKET: '' });
  }, 60_000);
  afterAll(() => house.stop());

  holdsOnEveryStore(() => ({ house, store: storeOf(house) }));

  it('lie in files that nobody but the user of the portal may read', async () => {
    const { jan, dossier } = await givenCase(house);
    await givenDocument(jan, dossier);
    const [key = ''] = await storeOf(house).keys();
    expect((await stat(path.join(house.folder, 'documents', key))).mode & 0o077).toBe(0);
  });

  it('are given their name there and not copied, where they waited on the same disk', async () => {
    const provider = init({ folder: path.join(house.folder, 'linked') });
    const [filepath, other] = ['waited', 'gone'].map((name) => path.join(house.folder, name)) as [
      string,
      string,
    ];
    await writeFile(filepath, 'sealed');
    await provider.uploadStream({ hash: 'one', filepath, stream: Readable.from(['not read']) });
    await provider.uploadStream({ hash: 'two', filepath: other, stream: Readable.from(['read']) });
    const kept = (name: string) => path.join(house.folder, 'linked', name);
    expect((await stat(kept('one'))).ino).toBe((await stat(filepath)).ino);
    expect(await readFile(kept('two'), 'utf8')).toBe('read');
  });
});
