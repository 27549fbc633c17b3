import { attachmentSchema, deskDocumentListSchema, documentViewSchema } from '../../src/contract/document';
import { dossierViewSchema, deskDossierListSchema, dossierListSchema } from '../../src/contract/dossier';
import { deskRemarkThreadSchema, remarkThreadSchema, remarkViewSchema } from '../../src/contract/remark';
import { givenColleague, givenCompany } from '../account/company';
import { givenCase, givenSecondAccount, write, type Case } from '../access/case';
import { silenceWorker } from '../notification/outbox';
import type { Browser, House } from '../support';
import {
  describeWithScanner,
  givenAdministrator,
  givenDocument,
  givenDossier,
  givenStaff,
  PDF,
  startStrapi,
  statementsOf,
} from '../support';

let house: House;
let own: Case;
let deed: string;

const remark = (by: Browser, body = 'Please check clause 4', id = deed) =>
  by.post(`/documents/${id}/remarks`, { body });
const read = async (by: Browser, id = deed) =>
  (await by.get(`/documents/${id}/remarks`)).as(remarkThreadSchema);
const readAtDesk = async (id = deed) =>
  (await own.jan.desk.get(`/documents/${id}/remarks`)).as(deskRemarkThreadSchema);

/** In the dossier list and beside the document. */
const unreadByClient = async (who = own.anna.portal) => {
  const { dossiers } = (await who.get('/dossiers')).as(dossierListSchema);
  const { documents } = (await who.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema);
  return [dossiers[0]?.unreadRemarks, ...documents.map(({ remarks }) => remarks.unread)];
};
const unreadByStaff = async () => {
  const { dossiers } = (await own.jan.desk.get('/dossiers')).as(deskDossierListSchema);
  const list = await own.jan.desk.get(`/dossiers/${own.dossier.id}/documents`);
  const { documents } = list.as(deskDocumentListSchema);
  return [dossiers[0]?.unreadRemarks, ...documents.map(({ remarks }) => remarks.unread)];
};

describeWithScanner('R65: remarks on a document', () => {
  beforeAll(async () => {
    house = await startStrapi();
  });
  beforeEach(async () => {
    own = await givenCase(house);
    deed = (await givenDocument(own.jan, own.dossier)).id;
  });
  afterAll(() => house.stop());

  it('are said by both sides, and stand in their order', async () => {
    const { anna, jan } = own;
    const first = (await remark(jan.desk)).as(remarkViewSchema);
    expect(first).toMatchObject({ direction: 'from-firm', author: jan.name, body: 'Please check clause 4' });
    const second = (await remark(anna.portal, 'Zażółć\r\n<b>عقد</b> 👩‍⚖️')).as(remarkViewSchema);
    expect(second).toMatchObject({ direction: 'from-client', author: anna.client.name, unread: false });
    const { remarks, abilities } = await read(anna.portal);
    expect(remarks.map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(remarks[1]?.body).toBe('Zażółć\n<b>عقد</b> 👩‍⚖️');
    expect(abilities).toEqual({ write: true });
    expect((await readAtDesk()).remarks.map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('of the firm are new to the client until they read them, and staff see when', async () => {
    const { anna, jan } = own;
    await remark(jan.desk);
    expect(await unreadByClient()).toEqual([1, 1]);
    expect((await readAtDesk()).remarks[0]?.readings).toEqual([{ reader: anna.email, openedAt: null }]);
    expect((await read(anna.portal)).remarks.map(({ unread }) => unread)).toEqual([true]);
    expect(await unreadByClient()).toEqual([0, 0]);
    expect((await read(anna.portal)).remarks.map(({ unread }) => unread)).toEqual([false]);
    const [seen] = (await readAtDesk()).remarks;
    expect(seen?.readings).toEqual([{ reader: anna.email, openedAt: expect.stringMatching(/Z$/) as string }]);
  });

  it('of the firm stay new when staff look, when a browser asks by itself, and when the client answers (B2)', async () => {
    const { anna, jan } = own;
    await remark(jan.desk);
    await (await givenAdministrator(house)).desk.get(`/documents/${deed}/remarks`);
    await anna.portal.send('HEAD', `/documents/${deed}/remarks`);
    const ahead = await anna.portal.get(`/documents/${deed}/remarks`, { 'sec-purpose': 'prefetch' });
    expect(ahead.error.code).toBe('not-allowed');
    await remark(anna.portal, 'Which one?');
    await anna.portal.get(`/documents/${deed}/view`);
    expect(await unreadByClient()).toEqual([1, 1]);
  });

  it('of the firm are new to each account by itself, also to one that comes later', async () => {
    const { jan } = own;
    const main = await givenCompany(house, jan);
    const dossier = await givenDossier(jan, main.client);
    const [kept, gone] = [await givenDocument(jan, dossier), await givenDocument(jan, dossier)];
    for (const { id } of [kept, gone]) await remark(jan.desk, 'For all of you', id);
    await remark(main.portal, 'For the firm', kept.id);
    await jan.desk.post(`/documents/${gone.id}/withdrawal`);
    await read(main.portal, kept.id);
    const later = await givenColleague(house, main);
    const unread = async (who: Browser) =>
      (await who.get('/dossiers')).as(dossierListSchema).dossiers.map((row) => row.unreadRemarks);
    expect(await unread(main.portal)).toEqual([0]);
    expect(await unread(later.portal)).toEqual([1]);
  });

  it('of the client are new to staff until one of them reads them, and never to the client', async () => {
    const partner = await givenSecondAccount(house, own.anna);
    await remark(own.anna.portal);
    expect(await unreadByStaff()).toEqual([1, 1]);
    expect(await unreadByClient(partner.portal)).toEqual([0, 0]);
    expect((await readAtDesk()).remarks.map(({ unread }) => unread)).toEqual([true]);
    expect(await unreadByStaff()).toEqual([0, 0]);
  });

  it('are made on what the client delivered, too', async () => {
    const { anna, jan, dossier } = own;
    const delivered = await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'Passport.pdf', PDF);
    const { id } = delivered.as(documentViewSchema);
    await remark(jan.desk, 'This one has expired', id);
    expect((await read(anna.portal, id)).remarks).toMatchObject([{ body: 'This one has expired' }]);
    expect((await remark(anna.portal, 'I bring another', id)).status).toBe(201);
  });

  it('end for the client with the dossier, and can still be read', async () => {
    const { anna, jan, dossier } = own;
    await jan.desk.send('PATCH', `/dossiers/${dossier.id}`, JSON.stringify({ status: 'closed' }), {
      'content-type': 'application/json',
    });
    const refused = await remark(anna.portal);
    expect([refused.status, refused.error.code]).toEqual([409, 'dossier-closed']);
    expect((await remark(jan.desk, 'Keep this one')).status).toBe(201);
    expect(await read(anna.portal)).toMatchObject({
      remarks: [{ body: 'Keep this one' }],
      abilities: { write: false },
    });
  });

  it('are not made on what goes with a message of the firm, for nobody would see them there', async () => {
    const { anna, jan, dossier } = own;
    const draft = await jan.desk.upload(`/dossiers/${dossier.id}/attachments`, 'Sketch.pdf', PDF);
    const { id } = draft.as(attachmentSchema);
    await write(jan.desk, dossier, { attachmentIds: [id] });
    for (const by of [anna.portal, jan.desk]) {
      expect((await remark(by, 'Nice', id)).error.code).toBe('not-found');
      expect((await by.get(`/documents/${id}/remarks`)).error.code).toBe('not-found');
    }
  });

  it('are a text of at most 4,000 characters, and nothing else', async () => {
    const texts = ['😀'.repeat(4000), '😀'.repeat(4001), ' \n ', 'a\u202eb'];
    for (const by of [own.anna.portal, own.jan.desk]) {
      const statuses = [];
      for (const text of texts) statuses.push((await remark(by, text)).status);
      expect(statuses).toEqual([201, 400, 400, 400]);
    }
    const forged = { body: 'Mine', authorName: 'The firm', writtenAt: '2020-01-01' };
    const answer = await own.anna.portal.post(`/documents/${deed}/remarks`, forged);
    expect([answer.status, answer.error.fields]).toEqual([400, ['authorName', 'writtenAt']]);
  });

  it('are nobody’s who is not assigned, and end with the session that writes', async () => {
    const { desk } = await givenStaff(house);
    expect((await remark(desk)).error.code).toBe('not-found');
    await own.anna.portal.delete('/session');
    expect((await remark(own.anna.portal)).error.code).toBe('not-signed-in');
    expect((await readAtDesk()).remarks).toEqual([]);
  });

  it('cost as many queries when many as when few', async () => {
    const { anna, jan } = own;
    await silenceWorker(house);
    const remarkBoth = async () => {
      for (const by of [jan.desk, anna.portal]) await remark(by);
    };
    const cost = async () => {
      await remarkBoth();
      const asked = async () => {
        await anna.portal.get(`/dossiers/${own.dossier.id}`);
        await read(anna.portal);
        await unreadByStaff();
        await readAtDesk();
      };
      return (await statementsOf(house, asked)).length;
    };
    const few = await cost();
    for (let more = 0; more < 5; more += 1) await remarkBoth();
    await givenDocument(jan, own.dossier);
    expect(await cost()).toBe(few);
  });
});
