import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { documentViewSchema } from '../../src/contract/document';
import { init } from '../../src/providers/private-folder/index';
import { describeWithScanner, givenDocument, PDF, pdfOf, startStrapi, type House } from '../support';
import { givenCase } from '../access/case';
import { keptFiles, mountSmallDisk, spoolOf, whenFolder } from '../document/on-disk';
import { holdsOnEveryStore } from './any-store';
import { storeOf } from './store';

let house: House;

describeWithScanner('documents in a private folder', () => {
  beforeAll(async () => {
    house = await startStrapi({ S3_BUCKET: '' });
  });
  afterAll(() => house.stop());

  holdsOnEveryStore(() => ({ house, store: storeOf(house) }));

  it('lie in files that nobody but the user of the portal may read', async () => {
    const { jan, dossier } = await givenCase(house);
    await givenDocument(jan, dossier);
    const [key = ''] = await storeOf(house).keys();
    expect((await stat(path.join(house.folder, 'documents', key))).mode & 0o077).toBe(0);
  });

  it('are refused where its disk is full, which is another one than that of the spool', async () => {
    const { anna, dossier } = await givenCase(house);
    const content = pdfOf(Buffer.alloc(3_000_000, 'b'));
    const send = (bytes: Buffer) =>
      anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'deed.pdf', bytes);
    const unmount = mountSmallDisk(path.join(house.folder, 'documents'));
    if (unmount === undefined) return console.warn('*** No small disk can be mounted here: SKIPPED ***');
    try {
      const answer = await send(content);
      expect([answer.status, answer.error.code]).toEqual([503, 'storage-unavailable']);
      await whenFolder(spoolOf(house), (files) => files.length === 0);
      expect(await keptFiles(house)).toEqual([]);
      expect((await send(PDF)).status).toBe(201);
    } finally {
      unmount();
    }
    const { id } = (await send(content)).as(documentViewSchema);
    return expect((await anna.portal.get(`/documents/${id}/download`)).bytes.equals(content)).toBe(true);
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
