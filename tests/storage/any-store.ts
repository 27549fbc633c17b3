import { randomBytes } from 'node:crypto';
import { sweepLoose } from '../../src/api/document/stored/loose-files';
import { deskDocumentSchema, documentViewSchema } from '../../src/contract/document';
import { givenDocument, givenDossier, PDF, pdfOf, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { replace } from '../document/replacement';
import { cookieOf } from '../http/raw';
import { begin, idIn, receivedOf, sendPart } from '../upload/tus';
import type { Store } from './store';

/** More than one part of a multipart upload, and than many frames. */
const LONG = pdfOf(
  Buffer.concat([Buffer.from('The purchase price is secret. '.repeat(100)), randomBytes(12_000_000)]),
);

interface Provider {
  uploadStream: (file: object) => Promise<void>;
  delete: (file: object) => Promise<unknown>;
}

/** What holds for documents on every store; `start` is asked once, before the first test. */
export const holdsOnEveryStore = (start: () => { house: House; store: Store }): void => {
  let house: House;
  let store: Store;
  let own: Case;

  beforeAll(async () => {
    ({ house, store } = start());
    own = await givenCase(house);
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    await house.strapi.db.connection('documents').delete();
    for (const key of await store.keys()) await store.remove(key);
  });

  const theOnlyKey = async (): Promise<string> => {
    const keys = await store.keys();
    expect(keys).toHaveLength(1);
    return keys[0] ?? '';
  };
  const download = (id: string) => own.anna.portal.get(`/documents/${id}/download`);
  const readsWhole = async (id: string): Promise<boolean> => {
    const address = `${house.baseUrl}/api/portal/documents/${id}/download`;
    try {
      const answer = await fetch(address, { headers: cookieOf(own.anna.portal) });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  };
  const upload = (content: Uint8Array | string) =>
    own.anna.portal.upload(`/dossiers/${own.dossier.id}/documents`, 'long.pdf', content);

  it('a file arrives and comes out as it was, and the store holds nothing of its content (B3)', async () => {
    const { id } = (await upload(LONG)).as(documentViewSchema);
    expect((await download(id)).bytes.equals(LONG)).toBe(true);
    expect((await own.jan.desk.get(`/documents/${id}/download`)).bytes.equals(LONG)).toBe(true);
    const stored = await store.read(await theOnlyKey());
    expect(stored.length).toBeGreaterThan(LONG.length);
    for (let at = 0; at + 16 < LONG.length; at += 500_000)
      expect([at, stored.includes(LONG.subarray(at, at + 16))]).toEqual([at, false]);
  });

  it('a file that comes in parts is one document, and of its parts nothing stays (B21)', async () => {
    const { portal } = own.anna;
    const cut = 7_000_000;
    const id = idIn(await begin(portal, own.dossier, { size: LONG.length, name: 'long.pdf' }));
    expect((await sendPart(portal, id, 0, LONG.subarray(0, cut))).status).toBe(204);
    const part = await store.read(await theOnlyKey());
    for (let at = 0; at + 16 < cut; at += 500_000)
      expect([at, part.includes(LONG.subarray(at, at + 16))]).toEqual([at, false]);
    expect(await receivedOf(portal, id)).toBe(cut);
    const { id: document } = (await sendPart(portal, id, cut, LONG.subarray(cut))).as(documentViewSchema);
    expect((await download(document)).bytes.equals(LONG)).toBe(true);
    await theOnlyKey();
  });

  it('a part that the store takes, fails on and does not remove does not count, and is swept', async () => {
    const { portal } = own.anna;
    const id = idIn(await begin(portal, own.dossier, { size: LONG.length, name: 'long.pdf' }));
    const provider = house.strapi.plugin('upload').provider as Provider;
    const { uploadStream, delete: remove } = provider;
    provider.uploadStream = async (file) => {
      await uploadStream.call(provider, file);
      throw new Error('The store failed at the end');
    };
    provider.delete = () => Promise.reject(new Error('The store is away'));
    const answer = await sendPart(portal, id, 0, LONG.subarray(0, 1_000_000));
    Object.assign(provider, { uploadStream, delete: remove });
    expect([answer.status, answer.error.code]).toEqual([503, 'storage-unavailable']);
    expect(await receivedOf(portal, id)).toBe(0);
    const left = await theOnlyKey();
    const { id: document } = (await sendPart(portal, id, 0, LONG)).as(documentViewSchema);
    expect(await store.keys()).toContain(left);
    await sweepLoose(new Date());
    expect(await store.keys()).not.toContain(left);
    expect((await download(document)).bytes.equals(LONG)).toBe(true);
  });

  it('all of a dossier come in one zip, and a part of a file is its own bytes (R62, B19)', async () => {
    const dossier = await givenDossier(own.jan, own.anna.client);
    const [long] = [
      await givenDocument(own.jan, dossier, { content: LONG }),
      await givenDocument(own.jan, dossier),
    ];
    const zip = await own.anna.portal.get(`/dossiers/${dossier.id}/zip?which=all`);
    // The documents in it are not compressed.
    expect([zip.status, zip.bytes.includes(LONG), zip.bytes.includes(PDF)]).toEqual([200, true, true]);
    const parts = [
      ['view', 'bytes=0-9999999', LONG.subarray(0, 10_000_000)],
      ['view', 'bytes=9000001-9000100', LONG.subarray(9_000_001, 9_000_101)],
      ['download', 'bytes=0-', LONG],
    ] as const;
    for (const [way, range, content] of parts) {
      const part = await own.anna.portal.get(`/documents/${long.id}/${way}`, { range });
      expect([part.status, part.bytes.equals(content)]).toEqual([206, true]);
    }
  });

  it('a document that is withdrawn is found no more, and its content stays for the firm (B13)', async () => {
    const { id } = await givenDocument(own.jan, own.dossier);
    await own.jan.desk.post(`/documents/${id}/withdrawal`);
    expect((await download(id)).status).toBe(404);
    expect((await own.jan.desk.get(`/documents/${id}/download`)).status).toBe(200);
    expect(await store.keys()).toHaveLength(1);
  });

  it('a document that is replaced gives way to the corrected one, and both contents stay for the firm', async () => {
    const { id } = await givenDocument(own.jan, own.dossier);
    const next = (await replace(own.jan.desk, id, LONG)).as(deskDocumentSchema);
    expect((await download(id)).status).toBe(404);
    expect((await download(next.id)).bytes.equals(LONG)).toBe(true);
    expect((await own.jan.desk.get(`/documents/${id}/download`)).bytes.equals(PDF)).toBe(true);
    expect(await store.keys()).toHaveLength(2);
  });

  it('an attachment that is dropped is gone from the store', async () => {
    const answer = await own.anna.portal.upload(`/dossiers/${own.dossier.id}/attachments`, 'a.txt', 'draft');
    const { id } = answer.json as { id: string };
    expect(await store.keys()).toHaveLength(1);
    expect((await own.anna.portal.delete(`/attachments/${id}`)).status).toBe(204);
    expect(await store.keys()).toEqual([]);
  });

  it('a file that was changed, cut, or put in the place of another is never given out as whole', async () => {
    const { id } = await givenDocument(own.jan, own.dossier, { content: LONG });
    const key = await theOnlyKey();
    const stored = await store.read(key);
    const changed = Buffer.from(stored);
    changed[stored.length - 5_000] = (changed[stored.length - 5_000] ?? 0) ^ 1;
    for (const bytes of [changed, stored.subarray(0, 8_000_000), stored.subarray(0, stored.length - 1)]) {
      await store.write(key, bytes);
      expect(await readsWhole(id)).toBe(false);
    }
    await givenDocument(own.jan, own.dossier, { content: pdfOf('another') });
    const other = (await store.keys()).find((one) => one !== key) ?? '';
    await store.write(key, await store.read(other));
    expect((await download(id)).error.code).toBe('file-damaged');
    await store.write(key, stored);
    expect(await readsWhole(id)).toBe(true);
  });

  it('a file that is missing is said to be, and is not called downloaded', async () => {
    const { id } = await givenDocument(own.jan, own.dossier);
    await store.remove(await theOnlyKey());
    const answer = await download(id);
    expect([answer.status, answer.error.code]).toEqual([500, 'file-damaged']);
  });

  it('a store that fails when it has already taken the file leaves no row and no file', async () => {
    const provider = house.strapi.plugin('upload').provider as Provider;
    const uploadStream = provider.uploadStream.bind(provider);
    provider.uploadStream = async (file) => {
      await uploadStream(file);
      throw new Error('The store failed at the end');
    };
    const answer = await upload(LONG);
    provider.uploadStream = uploadStream;
    expect([answer.status, answer.error.code]).toEqual([503, 'storage-unavailable']);
    expect(await store.keys()).toEqual([]);
    expect(await house.strapi.db.connection('documents').select('id')).toEqual([]);
  });
};
