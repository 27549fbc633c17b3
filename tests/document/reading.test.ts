import { deskDocumentListSchema } from '../../src/contract/document';
import type { DossierView } from '../../src/contract/dossier';
import { dossierListSchema, dossierViewSchema } from '../../src/contract/dossier';
import type { Browser, House } from '../support';
import { describeWithScanner, givenDocument, startStrapi } from '../support';
import { givenCase, givenSecondAccount, type Case } from '../access/case';

let house: House;
let own: Case;
let id: string;

const readings = async () => {
  const list = (await own.jan.desk.get(`/dossiers/${own.dossier.id}/documents`)).as(deskDocumentListSchema);
  return list.documents.find((document) => document.id === id)?.readings ?? [];
};
const marks = async () => (await readings()).map(({ openedAt, downloadedAt }) => [openedAt, downloadedAt]);

/** What the client sees of being unread: in the dossier list, in the tab, in the document's own line. */
const unreadSeenBy = async (who: Browser): Promise<[number, DossierView['counts']['documents'], boolean]> => {
  const { dossiers } = (await who.get('/dossiers')).as(dossierListSchema);
  const page = (await who.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema);
  const { documents } = (await who.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema);
  const row = dossiers.find((dossier) => dossier.id === own.dossier.id);
  return [row?.unreadDocuments ?? -1, page.counts.documents, documents[0]?.unread ?? false];
};

describeWithScanner('reading a document', () => {
  beforeAll(async () => {
    house = await startStrapi();
  });
  beforeEach(async () => {
    own = await givenCase(house);
    ({ id } = await givenDocument(own.jan, own.dossier));
  });
  afterAll(() => house.stop());

  it('is not what staff do who look at it (B2)', async () => {
    expect((await own.jan.desk.get(`/documents/${id}/view`)).status).toBe(200);
    expect((await own.jan.desk.get(`/documents/${id}/download`)).status).toBe(200);
    expect(await marks()).toEqual([[null, null]]);
    expect(await unreadSeenBy(own.anna.portal)).toEqual([1, { total: 1, unread: 1 }, true]);
  });

  it('is not what a browser does on its own account: HEAD, prefetch, prerender (B2)', async () => {
    for (const what of ['view', 'download']) {
      const address = `/documents/${id}/${what}`;
      const head = await own.anna.portal.send('HEAD', address);
      expect([head.status, head.bytes.length]).toEqual([200, 0]);
      await own.anna.portal.get(address, { 'sec-purpose': 'prefetch' });
      await own.anna.portal.get(address, { 'sec-purpose': 'prefetch;prerender' });
      await own.anna.portal.get(address, { purpose: 'prefetch' });
    }
    expect(await marks()).toEqual([[null, null]]);
    expect(await unreadSeenBy(own.anna.portal)).toEqual([1, { total: 1, unread: 1 }, true]);
  });

  it('is not what a list does that shows it', async () => {
    await own.anna.portal.get(`/dossiers/${own.dossier.id}`);
    expect(await marks()).toEqual([[null, null]]);
  });

  it('is opening it: staff see who and when, and it is new no more (R105, R63, R52)', async () => {
    const before = Date.now();
    expect((await own.anna.portal.get(`/documents/${id}/view`)).status).toBe(200);
    const [reading] = await readings();
    expect(reading).toMatchObject({ reader: own.anna.email, downloadedAt: null });
    const openedAt = Date.parse(reading?.openedAt ?? '');
    expect(openedAt).toBeGreaterThanOrEqual(before);
    expect(openedAt).toBeLessThanOrEqual(Date.now());
    expect(await unreadSeenBy(own.anna.portal)).toEqual([0, { total: 1, unread: 0 }, false]);
  });

  it('is downloading it, which is not called opening', async () => {
    await own.anna.portal.get(`/documents/${id}/download`);
    const [reading] = await readings();
    expect(reading).toMatchObject({ openedAt: null, downloadedAt: expect.stringMatching(/Z$/) as unknown });
    expect(await unreadSeenBy(own.anna.portal)).toEqual([0, { total: 1, unread: 0 }, false]);
  });

  it('keeps the first moment, however often it is opened again', async () => {
    await own.anna.portal.get(`/documents/${id}/view`);
    const longAgo = new Date('2026-01-02T03:04:05.000Z');
    await house.strapi.db.connection('readings').where({ subject: id }).update({ opened_at: longAgo });
    await own.anna.portal.get(`/documents/${id}/view`);
    await own.anna.portal.get(`/documents/${id}/download`);
    expect((await marks())[0]).toEqual([longAgo.toISOString(), expect.stringMatching(/Z$/)]);
  });

  it('counts for each account of the client by itself', async () => {
    const partner = await givenSecondAccount(house, own.anna);
    ({ id } = await givenDocument(own.jan, own.dossier, { name: 'Second.pdf' }));
    await partner.portal.get(`/documents/${id}/view`);
    const opened = (await readings()).map(({ reader, openedAt }) => [reader, openedAt !== null]);
    expect(opened).toEqual([
      [own.anna.email, false],
      [partner.email, true],
    ]);
    expect((await unreadSeenBy(own.anna.portal))[0]).toBe(2);
    expect((await unreadSeenBy(partner.portal))[0]).toBe(0);
  });

  it('has not happened where the file could not be sent', async () => {
    await own.anna.portal.get(`/dossiers/${own.dossier.id}`);
    await house.strapi.db.connection('documents').update({ storage_key: 'a-file-that-is-gone' });
    house.strapi.log.level = 'silent';
    for (const what of ['view', 'download']) {
      const answer = await own.anna.portal.get(`/documents/${id}/${what}`);
      expect([answer.status, answer.error.code]).toEqual([500, 'file-damaged']);
    }
    house.strapi.log.level = 'error';
    expect(await marks()).toEqual([[null, null]]);
  });
});
