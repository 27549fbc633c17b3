import { stat } from 'node:fs/promises';
import path from 'node:path';
import { describeWithScanner, givenDocument, startStrapi, type House } from '../support';
import { givenCase } from '../access/case';
import { holdsOnEveryStore } from './any-store';
import { folderOf } from './store';

let house: House;

describeWithScanner('documents in a private folder', () => {
  beforeAll(async () => {
    house = await startStrapi();
  }, 60_000);
  afterAll(() => house.stop());

  holdsOnEveryStore(() => ({ house, store: folderOf(house) }));

  it('lie in files that nobody but the user of the portal may read', async () => {
    const { jan, dossier } = await givenCase(house);
    await givenDocument(jan, dossier);
    const [key = ''] = await folderOf(house).keys();
    expect((await stat(path.join(house.folder, 'documents', key))).mode & 0o077).toBe(0);
  });
});
