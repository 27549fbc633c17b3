import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { documentViewSchema } from '../../src/contract/document';
import { dossierViewSchema } from '../../src/contract/dossier';
import { filesBelow } from '../document/on-disk';
import { givenDocument, PDF, pdfOf, startStrapi, type House } from '../support';
import { aws, s3Client } from '../support/bucket';
import { givenCase } from '../access/case';
import { holdsOnEveryStore } from './any-store';
import { storeOf, type Store } from './store';
import { startProxy } from './tcp-proxy';

const describeWithS3 = process.env.TEST_S3_ENDPOINT ? describe : describe.skip;

describeWithS3('documents in an S3 bucket', () => {
  let house: House;
  let store: Store;
  let line: Awaited<ReturnType<typeof startProxy>>;

  beforeAll(async () => {
    line = await startProxy(new URL(process.env.TEST_S3_ENDPOINT ?? ''));
    house = await startStrapi({ S3_ENDPOINT: line.url });
    store = storeOf(house);
  });
  afterEach(() => line.turn('fair'));
  afterAll(async () => {
    await house.stop();
    await line.stop();
  });

  holdsOnEveryStore(() => ({ house, store }));

  it('are private: nobody without the right secret gets even the encrypted bytes', async () => {
    const { jan, dossier } = await givenCase(house);
    await givenDocument(jan, dossier);
    const [Key = ''] = await store.keys();
    const { bucket: Bucket = '' } = house;
    const address = `${process.env.TEST_S3_ENDPOINT ?? ''}/${Bucket}`;
    const anonymous = await Promise.all([fetch(`${address}/${Key}`), fetch(address)]);
    expect(anonymous.map(({ status }) => status)).toEqual([403, 403]);
    const wrong = s3Client('not the secret').send(new (aws().GetObjectCommand)({ Bucket, Key }));
    await expect(wrong).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    const acl = await s3Client().send(new (aws().GetObjectAclCommand)({ Bucket, Key }));
    expect(acl.Grants?.map(({ Grantee, Permission }) => [Grantee?.ID, Permission])).toEqual([
      [acl.Owner?.ID, 'FULL_CONTROL'],
    ]);
  });

  it('are refused clearly while the bucket is away, and everything without files goes on', async () => {
    const { jan, anna, dossier } = await givenCase(house);
    const { id } = await givenDocument(jan, dossier);
    line.turn('refusing');
    const read = await anna.portal.get(`/documents/${id}/download`);
    expect([read.status, read.error.code]).toEqual([503, 'storage-unavailable']);
    const sent = await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'deed.pdf', PDF);
    expect([sent.status, sent.error.code]).toEqual([503, 'storage-unavailable']);
    const listed = await anna.portal.get(`/dossiers/${dossier.id}`);
    expect(listed.as(dossierViewSchema).documents.map((document) => document.id)).toEqual([id]);
    line.turn('fair');
    expect((await anna.portal.get(`/documents/${id}/download`)).bytes.equals(PDF)).toBe(true);
  });

  it('are refused where the bucket dies in the middle of one, and a second try arrives', async () => {
    const { anna, dossier } = await givenCase(house);
    for (const key of await store.keys()) await store.remove(key);
    const content = pdfOf(randomBytes(12_000_000));
    const events = house.strapi.db.connection('proof_events').where({ kind: 'published' });
    const before = await events.clone();
    const send = () => anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'long.pdf', content);
    line.dieAfter(7_000_000);
    const answer = await send();
    expect([answer.status, answer.error.code]).toEqual([503, 'storage-unavailable']);
    line.turn('fair');
    expect(await store.keys()).toEqual([]);
    expect(await events.clone()).toEqual(before);
    expect(filesBelow(path.join(house.folder, 'spool'))).toEqual([]);
    const { id } = (await send()).as(documentViewSchema);
    expect((await anna.portal.get(`/documents/${id}/download`)).bytes.equals(content)).toBe(true);
  });

  it('are refused in time by a bucket that takes the question and never answers', async () => {
    const { jan, anna, dossier } = await givenCase(house);
    const { id } = await givenDocument(jan, dossier);
    line.turn('silent');
    const read = await anna.portal.get(`/documents/${id}/download`);
    expect([read.status, read.error.code]).toEqual([503, 'storage-unavailable']);
  });
});
