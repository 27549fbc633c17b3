import { deskDocumentListSchema, deskDocumentSchema, documentViewSchema } from '../../src/contract/document';
import { attachmentSchema } from '../../src/contract/document';
import { dossierListSchema, dossierViewSchema } from '../../src/contract/dossier';
import { deskMessageSchema, messageListSchema, messageViewSchema } from '../../src/contract/message';
import type { House } from '../support';
import { describeWithScanner, givenDocument, PDF, startStrapi } from '../support';
import { givenCase, write, type Case } from '../access/case';

let house: House;
let own: Case;

const withdraw = (id: string) => own.jan.desk.post(`/documents/${id}/withdrawal`);
const deskList = async () =>
  (await own.jan.desk.get(`/dossiers/${own.dossier.id}/documents`)).as(deskDocumentListSchema).documents;

describeWithScanner('withdrawing a document (B13)', () => {
  beforeAll(async () => {
    house = await startStrapi();
  });
  beforeEach(async () => {
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('takes it from the client everywhere: list, counts, view and download', async () => {
    const { anna, jan, dossier } = own;
    const { id } = await givenDocument(jan, dossier);
    await withdraw(id);
    const list = (await anna.portal.get(`/dossiers/${dossier.id}`)).as(dossierViewSchema);
    const page = (await anna.portal.get(`/dossiers/${dossier.id}`)).as(dossierViewSchema);
    const { dossiers } = (await anna.portal.get('/dossiers')).as(dossierListSchema);
    expect(list.documents).toEqual([]);
    expect(page.counts.documents).toEqual({ total: 0, unread: 0 });
    expect(dossiers.map(({ unreadDocuments }) => unreadDocuments)).toEqual([0]);
    for (const what of ['view', 'download']) {
      expect((await anna.portal.get(`/documents/${id}/${what}`)).error.code).toBe('not-found');
      expect((await anna.portal.send('HEAD', `/documents/${id}/${what}`)).status).toBe(404);
    }
  });

  it('leaves it to staff, who see when, and whether it had been opened', async () => {
    const { anna, jan, dossier } = own;
    const opened = await givenDocument(jan, dossier, { name: 'Opened.pdf' });
    const unopened = await givenDocument(jan, dossier, { name: 'Unopened.pdf' });
    await anna.portal.get(`/documents/${opened.id}/view`);
    const answer = (await withdraw(opened.id)).as(deskDocumentSchema);
    await withdraw(unopened.id);
    expect(answer.withdrawnAt).not.toBeNull();
    expect(answer.abilities.withdraw).toBe(false);
    const documents = new Map((await deskList()).map((document) => [document.name, document]));
    expect(documents.get('Opened.pdf')?.readings.map(({ openedAt }) => openedAt !== null)).toEqual([true]);
    expect(documents.get('Unopened.pdf')?.readings.filter(({ openedAt }) => openedAt !== null)).toEqual([]);
    expect((await jan.desk.get(`/documents/${opened.id}/view`)).bytes.equals(PDF)).toBe(true);
  });

  it('done twice keeps the first moment', async () => {
    const { id } = await givenDocument(own.jan, own.dossier);
    const first = (await withdraw(id)).as(deskDocumentSchema);
    const second = (await withdraw(id)).as(deskDocumentSchema);
    expect(second.withdrawnAt).toBe(first.withdrawnAt);
  });

  it('is not for what the client delivered', async () => {
    const { anna, dossier } = own;
    const answer = await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'Passport.pdf', PDF);
    const { id } = answer.as(documentViewSchema);
    const refused = await withdraw(id);
    expect([refused.status, refused.error.code]).toEqual([403, 'not-allowed']);
    expect((await deskList())[0]?.abilities.withdraw).toBe(false);
    expect((await anna.portal.get(`/documents/${id}/view`)).status).toBe(200);
  });

  it('takes an attachment out of its message, and out of its count', async () => {
    const { anna, jan, dossier } = own;
    const draft = await jan.desk.upload(`/dossiers/${dossier.id}/attachments`, 'Wrong.pdf', PDF);
    const { id } = draft.as(attachmentSchema);
    const message = (await write(jan.desk, dossier, { attachmentIds: [id] })).as(deskMessageSchema);
    await withdraw(id);
    const { messages } = (await anna.portal.get(`/dossiers/${dossier.id}/messages`)).as(messageListSchema);
    const opened = (await anna.portal.get(`/messages/${message.id}`)).as(messageViewSchema);
    expect([opened.attachments, opened.attachmentCount]).toEqual([[], 0]);
    expect(messages.map(({ attachmentCount }) => attachmentCount)).toEqual([0]);
    expect((await anna.portal.get(`/documents/${id}/download`)).error.code).toBe('not-found');
    expect((await deskList()).map(({ name, withdrawnAt }) => [name, withdrawnAt !== null])).toEqual([
      ['Wrong.pdf', true],
    ]);
  });
});
