import { documentViewSchema } from '../../src/contract/document';
import { dossierViewSchema, dossierListSchema } from '../../src/contract/dossier';
import { deskRemarkThreadSchema } from '../../src/contract/remark';
import { givenCase, type Case } from '../access/case';
import { shown, taken } from '../own-data/taken';
import type { Browser, House } from '../support';
import { describeWithScanner, givenDocument, PDF, startStrapi } from '../support';

let house: House;
let own: Case;
let deed: string;

const remark = (by: Browser, body = 'Please check clause 4', id = deed) =>
  by.post(`/documents/${id}/remarks`, { body });
const withdraw = () => own.jan.desk.post(`/documents/${deed}/withdrawal`);

/** The sessions of this case's client. */
const sessions = () =>
  house.strapi.db.connection('sessions').whereIn('account_id', (sub) => {
    void sub.select('id').from('up_users').where({ email: own.anna.email });
  });

/** Something happens after a request was let in, and before it writes. */
const beforeWriting = async <T>(
  happens: () => PromiseLike<unknown>,
  asking: () => Promise<T>,
): Promise<T> => {
  const db = house.strapi.db as unknown as { transaction(work: unknown): Promise<unknown> };
  const transaction = db.transaction.bind(db);
  db.transaction = async (work) => {
    db.transaction = transaction;
    await happens();
    return transaction(work);
  };
  return asking();
};

/** In the dossier list and beside each document. */
const unreadByClient = async () => {
  const { portal } = own.anna;
  const { dossiers } = (await portal.get('/dossiers')).as(dossierListSchema);
  const { documents } = (await portal.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema);
  return [dossiers[0]?.unreadRemarks, ...documents.map(({ remarks }) => remarks.unread)];
};

describeWithScanner('R65: remarks on a document that goes', () => {
  beforeAll(async () => {
    house = await startStrapi();
  });
  beforeEach(async () => {
    own = await givenCase(house);
    deed = (await givenDocument(own.jan, own.dossier)).id;
  });
  afterAll(() => house.stop());

  it('go with a withdrawn document for the client, and stay for staff, who say no more about it', async () => {
    const { anna, jan } = own;
    await remark(jan.desk);
    await remark(anna.portal, 'It is not mine');
    await withdraw();
    expect(await unreadByClient()).toEqual([0]);
    for (const answer of [await anna.portal.get(`/documents/${deed}/remarks`), await remark(anna.portal)])
      expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    const refused = await remark(jan.desk);
    expect([refused.status, refused.error.code]).toEqual([409, 'document-withdrawn']);
    const { remarks, abilities } = (await jan.desk.get(`/documents/${deed}/remarks`)).as(
      deskRemarkThreadSchema,
    );
    expect([remarks.length, abilities.write]).toEqual([2, false]);
  });

  it('of a file that the client takes back are new to them no more', async () => {
    const { anna, jan, dossier } = own;
    const delivered = await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'Passport.pdf', PDF);
    const { id } = delivered.as(documentViewSchema);
    await remark(jan.desk, 'What is this?', id);
    expect((await anna.portal.delete(`/documents/${id}`)).status).toBe(204);
    expect(await unreadByClient()).toEqual([0, 0]);
  });

  it('made while the document is withdrawn are either refused or gone with it', async () => {
    const { connection } = house.strapi.db;
    for (let round = 0; round < 4; round += 1) {
      deed = (await givenDocument(own.jan, own.dossier)).id;
      const { desk } = own.jan;
      const answers = await Promise.all([remark(desk), withdraw(), remark(desk), remark(own.anna.portal)]);
      expect(
        answers.map(({ status }) => status).filter((status) => ![201, 200, 404, 409].includes(status)),
      ).toEqual([]);
    }
    const left = await connection('readings').where({ subject_type: 'remark', retracted_at: null });
    const subjects = left.map(({ subject }: { subject: string }) => subject);
    const about = await connection('remarks')
      .join('documents', 'documents.id', 'remarks.about_id')
      .join('dossiers', 'dossiers.id', 'remarks.dossier_id')
      .where('dossiers.document_id', own.dossier.id)
      .whereIn('remarks.document_id', subjects)
      .whereNotNull('documents.withdrawn_at')
      .select('remarks.id');
    expect(about).toEqual([]);
  });

  it.each([
    ['signs out', () => sessions().delete()],
    [
      'is blocked',
      () => house.strapi.db.connection('up_users').where({ email: own.anna.email }).update({ blocked: true }),
    ],
  ] as const)('of a client who %s while they are being sent are not written', async (_what, ends) => {
    const answer = await beforeWriting(ends, () => remark(own.anna.portal));
    expect([answer.status, answer.error.code]).toEqual([401, 'not-signed-in']);
    const { remarks } = (await own.jan.desk.get(`/documents/${deed}/remarks`)).as(deskRemarkThreadSchema);
    expect(remarks).toEqual([]);
  });

  it('of the client are in their own data for good, those of the firm as long as they see them, once read (R64)', async () => {
    const { jan, anna, dossier } = own;
    const [right, wrong] = [deed, (await givenDocument(jan, dossier)).id];
    await remark(jan.desk, 'Please check clause 4', right);
    await remark(anna.portal, 'It is right', right);
    await remark(anna.portal, 'This is not mine', wrong);
    await remark(jan.desk, 'We take it back', wrong);
    await jan.desk.post(`/documents/${wrong}/withdrawal`);
    const { remarks } = await taken(anna);
    expect(remarks).toMatchObject([
      { documentId: right, direction: 'from-firm', own: false, author: jan.name, text: null },
      { documentId: right, direction: 'from-client', own: true, text: 'It is right' },
      { documentId: wrong, own: true, text: 'This is not mine' },
    ]);
    await anna.portal.get(`/documents/${right}/remarks`);
    expect((await taken(anna)).remarks[0]).toMatchObject({ text: 'Please check clause 4' });
    expect((await shown(anna.portal)).counts.remarks).toBe(3);
    expect((await taken((await givenCase(house)).anna)).remarks).toEqual([]);
  });
});
