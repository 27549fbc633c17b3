import { deskDocumentSchema } from '../../src/contract/document';
import { homeViewSchema } from '../../src/contract/home';
import { deskRemarkThreadSchema } from '../../src/contract/remark';
import { uploadListSchema } from '../../src/contract/upload';
import { describeWithScanner, givenDocument, PDF, startStrapi, type House } from '../support';
import { givenCase, type Case } from '../access/case';
import { deliver, LATER, outbox, silenceWorker } from '../notification/outbox';
import { chainOf, expectUnbroken } from '../plugins/read-tracking/chain';
import { told } from '../proof/proof';
import { idIn, sendPart } from '../upload/tus';
import { keptFiles } from './on-disk';
import { atDesk, beginReplacing, CORRECTED, foundBy, replace, sha256 } from './replacement';

let house: House;
let own: Case;

const table = (name: string) => house.strapi.db.connection(name);

/** The documents of the dossier, of which each has its file. */
const keptBy = async ({ jan }: Case): Promise<string[]> => {
  const rows: { document_id: string; storage_key: string }[] = await table('documents')
    .where({ author_name: jan.name })
    .select();
  const files = await keptFiles(house);
  return rows
    .filter(({ storage_key: key }) => files.some((file) => file.endsWith(key)))
    .map(({ document_id: id }) => id);
};

describeWithScanner('replacing a document by a corrected version', () => {
  beforeAll(async () => {
    house = await startStrapi();
    house.strapi.log.level = 'silent';
  });
  beforeEach(async () => {
    own = await givenCase(house);
  });
  afterAll(() => house.stop());

  it('gives the client the new one alone, in the same tab, unread', async () => {
    const old = await givenDocument(own.jan, own.dossier, { name: 'Deed.pdf', shelf: 'correspondence' });
    await own.anna.portal.get(`/documents/${old.id}/view`);
    const next = (await replace(own.jan.desk, old.id)).as(deskDocumentSchema);
    expect(await foundBy(own)).toMatchObject([
      { id: next.id, name: 'Corrected deed.pdf', shelf: 'correspondence', unread: true },
    ]);
    for (const what of ['view', 'download']) {
      expect((await own.anna.portal.get(`/documents/${old.id}/${what}`)).error.code).toBe('not-found');
      expect((await own.anna.portal.send('HEAD', `/documents/${old.id}/${what}`)).status).toBe(404);
    }
    expect((await own.anna.portal.get(`/documents/${next.id}/download`)).bytes.equals(CORRECTED)).toBe(true);
  });

  it('stops what was unread of the old one from counting', async () => {
    const old = await givenDocument(own.jan, own.dossier);
    await own.jan.desk.post(`/documents/${old.id}/remarks`, { body: 'Please check clause 4' });
    await replace(own.jan.desk, old.id);
    const { unread } = (await own.anna.portal.get('/home')).as(homeViewSchema);
    expect(unread.items.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'document Corrected deed.pdf',
    ]);
  });

  it('tells staff by what, when, and whether the old one had been opened, which they keep', async () => {
    const old = await givenDocument(own.jan, own.dossier, { name: 'Deed.pdf' });
    const other = await givenDocument(own.jan, own.dossier, { name: 'Letter.pdf' });
    await own.anna.portal.get(`/documents/${old.id}/view`);
    const next = (await replace(own.jan.desk, old.id)).as(deskDocumentSchema);
    await replace(own.jan.desk, other.id, CORRECTED, 'Corrected letter.pdf');
    expect(next.replaces).toEqual({ id: old.id, name: 'Deed.pdf' });
    const documents = await atDesk(own);
    const replaced = documents.get('Deed.pdf');
    expect(replaced?.replacedBy).toEqual({ id: next.id, name: 'Corrected deed.pdf' });
    expect(Date.now() - Date.parse(replaced?.withdrawnAt ?? '')).toBeLessThan(60_000);
    expect(replaced?.abilities).toMatchObject({ withdraw: false, replace: false, download: true });
    expect(replaced?.readings.map(({ openedAt }) => openedAt !== null)).toEqual([true]);
    expect(documents.get('Letter.pdf')?.readings.map(({ openedAt }) => openedAt)).toEqual([null]);
    expect(documents.get('Corrected deed.pdf')?.abilities.replace).toBe(true);
    expect((await own.jan.desk.get(`/documents/${old.id}/view`)).bytes.equals(PDF)).toBe(true);
  });

  it('leaves the remarks on the old one to staff, and takes them from the client', async () => {
    const old = await givenDocument(own.jan, own.dossier);
    await own.jan.desk.post(`/documents/${old.id}/remarks`, { body: 'Please check clause 4' });
    await replace(own.jan.desk, old.id);
    expect((await own.anna.portal.get(`/documents/${old.id}/remarks`)).status).toBe(404);
    const thread = (await own.jan.desk.get(`/documents/${old.id}/remarks`)).as(deskRemarkThreadSchema);
    expect([thread.remarks.length, thread.abilities.write]).toEqual([1, false]);
    const said = await own.jan.desk.post(`/documents/${old.id}/remarks`, { body: 'And clause 5' });
    expect([said.status, said.error.code]).toEqual([409, 'document-withdrawn']);
  });

  it('comes in parts, as the desk sends it, and goes on where it was left', async () => {
    const old = await givenDocument(own.jan, own.dossier);
    const { desk } = own.jan;
    const address = `/dossiers/${own.dossier.id}/uploads?for=replacement&document=${old.id}`;
    const id = idIn(await beginReplacing(own, old.id));
    expect((await sendPart(desk, id, 0, CORRECTED.subarray(0, 10))).status).toBe(204);
    const left = (await desk.get(address)).as(uploadListSchema).uploads;
    expect(left.map((upload) => [upload.id, upload.received])).toEqual([[id, 10]]);
    expect((await foundBy(own)).map(({ id: found }) => found)).toEqual([old.id]);
    const next = (await sendPart(desk, id, 10, CORRECTED.subarray(10))).as(deskDocumentSchema);
    expect(next.replaces?.id).toBe(old.id);
    expect((await foundBy(own)).map(({ id: found }) => found)).toEqual([next.id]);
    // Asked again, for the answer was lost: the same document.
    expect((await sendPart(desk, id, CORRECTED.length)).as(deskDocumentSchema).id).toBe(next.id);
    expect((await atDesk(own)).size).toBe(2);
  });

  it('is refused at the end of the parts where the document was withdrawn meanwhile, and nothing is left', async () => {
    const old = await givenDocument(own.jan, own.dossier);
    const id = idIn(await beginReplacing(own, old.id));
    await own.jan.desk.post(`/documents/${old.id}/withdrawal`);
    const answer = await sendPart(own.jan.desk, id, 0, CORRECTED);
    expect([answer.status, answer.error.code]).toEqual([409, 'document-withdrawn']);
    expect(await foundBy(own)).toEqual([]);
    expect(await table('upload_parts').select('id')).toEqual([]);
    expect(await keptBy(own)).toEqual([old.id]);
  });

  it('is done in a closed dossier, too, as staff publish in it', async () => {
    const old = await givenDocument(own.jan, own.dossier);
    await own.jan.desk.patch(`/dossiers/${own.dossier.id}`, { status: 'closed' });
    expect((await replace(own.jan.desk, old.id)).status).toBe(201);
  });

  it('can be done again and again, each taking the place of the one before', async () => {
    const first = await givenDocument(own.jan, own.dossier, { name: 'One.pdf' });
    const second = (await replace(own.jan.desk, first.id, CORRECTED, 'Two.pdf')).as(deskDocumentSchema);
    await replace(own.jan.desk, second.id, CORRECTED, 'Three.pdf');
    const documents = await atDesk(own);
    expect([...documents.values()].map(({ name, replacedBy }) => [name, replacedBy?.name ?? null])).toEqual([
      ['Three.pdf', null],
      ['Two.pdf', 'Three.pdf'],
      ['One.pdf', 'Two.pdf'],
    ]);
    expect((await foundBy(own)).map(({ name }) => name)).toEqual(['Three.pdf']);
  });

  it('is announced by the mail of a new document, and proven with the hash of the new one', async () => {
    await silenceWorker(house);
    const old = await givenDocument(own.jan, own.dossier, { name: 'Deed.pdf' });
    await deliver(house, LATER);
    await table('notifications').delete();
    const next = (await replace(own.jan.desk, old.id)).as(deskDocumentSchema);
    expect((await outbox(house)).map(({ event, state }) => [event, state])).toEqual([
      ['new-document', 'waiting'],
    ]);
    await deliver(house, LATER);
    expect(await told(house, own.dossier.id)).toEqual([
      `published Deed.pdf ${own.jan.name}`,
      `notified Deed.pdf ${own.anna.email}`,
      `published Corrected deed.pdf ${own.jan.name}`,
      `replaced Deed.pdf ${own.jan.name}`,
      `notified Corrected deed.pdf ${own.anna.email}`,
    ]);
    const events = await chainOf(house, own.dossier.id);
    expectUnbroken(events);
    const replaced = events[3];
    expect([replaced?.subject, replaced?.sha256, replaced?.reader]).toEqual([
      old.id,
      old.sha256,
      sha256(CORRECTED),
    ]);
    expect([events[2]?.subject, events[2]?.sha256]).toEqual([next.id, replaced?.reader]);
  });
});
