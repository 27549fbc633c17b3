import { dossierListSchema, dossierViewSchema } from '../../src/contract/dossier';
import type { House, PortalClient, StaffMember } from '../support';
import {
  describeWithScanner,
  givenDocument,
  givenDossier,
  givenPortalClient,
  givenStaff,
  PDF,
  startStrapi,
  statementsOf,
} from '../support';
import { write } from '../access/case';

let house: House;
let jan: StaffMember;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
  jan = await givenStaff(house);
});
beforeEach(async () => {
  anna = await givenPortalClient(house, jan);
});
afterAll(() => house.stop());

const list = async () => (await anna.portal.get('/dossiers')).as(dossierListSchema).dossiers;
const page = async ({ id }: { id: string }) =>
  (await anna.portal.get(`/dossiers/${id}`)).as(dossierViewSchema);
const set = (dossier: { id: string }, values: object) =>
  house.strapi.db.connection('dossiers').where({ document_id: dossier.id }).update(values);

describe("a client's list of dossiers", () => {
  it('is empty before the firm has opened one', async () => {
    expect(await list()).toEqual([]);
  });

  it('has the latest activity first, whoever was active', async () => {
    const [first, second, third] = [
      await givenDossier(jan, anna.client),
      await givenDossier(jan, anna.client),
      await givenDossier(jan, anna.client),
    ];
    const order = async () => (await list()).map(({ id }) => id);
    expect(await order()).toEqual([third.id, second.id, first.id]);
    await write(jan.desk, second);
    expect(await order()).toEqual([second.id, third.id, first.id]);
    await write(anna.portal, first);
    expect(await order()).toEqual([first.id, second.id, third.id]);
  });

  it('shows number, description and status of each', async () => {
    const open = await givenDossier(jan, anna.client, { number: '2026/Ż-1', description: 'Purchase & sale' });
    const closed = await givenDossier(jan, anna.client);
    await set(closed, { status: 'closed' });
    const rows = new Map((await list()).map((row) => [row.id, row]));
    expect(rows.get(open.id)).toMatchObject({
      number: '2026/Ż-1',
      description: 'Purchase & sale',
      status: 'in-progress',
      messages: 0,
      unreadMessages: 0,
      unreadDocuments: 0,
    });
    expect(rows.get(closed.id)?.status).toBe('closed');
  });

  it('has a cost that does not grow with it: one query beside the one for the session', async () => {
    await list();
    for (let n = 0; n < 3; n += 1) await givenDossier(jan, anna.client);
    expect(await statementsOf(house, list)).toHaveLength(2);
  });
});

describe("a dossier's page", () => {
  it('says who is in charge, what comes next and when', async () => {
    const dossier = await givenDossier(jan, anna.client, { nextStep: 'Signing', nextStepOn: '2026-12-04' });
    expect(await page(dossier)).toMatchObject({
      contact: { name: jan.name },
      nextStep: 'Signing',
      nextStepOn: '2026-12-04',
      progress: [],
      abilities: { upload: true, write: true },
    });
  });

  it('shows the steps in their order (R53)', async () => {
    const dossier = await givenDossier(jan, anna.client);
    const row: unknown = await house.strapi.db
      .connection('dossiers')
      .where({ document_id: dossier.id })
      .first();
    const { id } = row as { id: number };
    const steps = [
      { label: 'Signing', position: 2, state: 'waiting' },
      { label: 'Draft', position: 1, state: 'active' },
      { label: 'Intake', position: 0, state: 'done' },
    ];
    for (const step of steps)
      await house.strapi.db.connection('progress_steps').insert({ ...step, dossier_id: id });
    expect((await page(dossier)).progress).toEqual([
      { label: 'Intake', state: 'done' },
      { label: 'Draft', state: 'active' },
      { label: 'Signing', state: 'waiting' },
    ]);
  });

  it('can do nothing any more once it is closed', async () => {
    const dossier = await givenDossier(jan, anna.client);
    await set(dossier, { status: 'closed' });
    expect(await page(dossier)).toMatchObject({
      status: 'closed',
      abilities: { upload: false, write: false },
    });
  });
});

describeWithScanner("a dossier's four tabs", () => {
  it('count what stands in each and what is new, and nothing of another dossier (R52)', async () => {
    const dossier = await givenDossier(jan, anna.client);
    const other = await givenDossier(jan, anna.client);
    await givenDocument(jan, dossier, { shelf: 'correspondence' });
    const read = await givenDocument(jan, dossier, { shelf: 'documents' });
    await givenDocument(jan, dossier, { shelf: 'documents' });
    await givenDocument(jan, other, { shelf: 'documents' });
    await anna.portal.upload(`/dossiers/${dossier.id}/documents`, 'Passport.pdf', PDF);
    await write(jan.desk, dossier);
    await write(anna.portal, dossier);
    await anna.portal.get(`/documents/${read.id}/view`);
    expect((await page(dossier)).counts).toEqual({
      correspondence: { total: 1, unread: 1 },
      documents: { total: 2, unread: 1 },
      provided: { total: 1, unread: 0 },
      messages: { total: 2, unread: 1 },
    });
    const rows = new Map((await list()).map((row) => [row.id, row]));
    expect(rows.get(dossier.id)).toMatchObject({ messages: 2, unreadMessages: 1, unreadDocuments: 2 });
    expect(rows.get(other.id)).toMatchObject({ messages: 0, unreadMessages: 0, unreadDocuments: 1 });
  });

  it('come with their documents and cost the same however many those are', async () => {
    const dossier = await givenDossier(jan, anna.client);
    const first = await givenDocument(jan, dossier, { shelf: 'correspondence' });
    const cost = async () => (await statementsOf(house, () => page(dossier))).length;
    const before = await cost();
    const second = await givenDocument(jan, dossier, { shelf: 'documents' });
    await anna.portal.get(`/documents/${second.id}/view`);
    const { documents } = await page(dossier);
    expect(documents.map(({ id, unread }) => [id, unread])).toEqual([
      [second.id, false],
      [first.id, true],
    ]);
    expect(await cost()).toBe(before);
    // The session, the firm, and the six of the dossier itself.
    expect(before).toBe(8);
  });

  it('show who was invited later everything that is there, as new', async () => {
    const bert = await givenPortalClient(house, jan);
    await house.strapi.db.connection('up_users').where({ email: bert.email }).delete();
    const dossier = await givenDossier(jan, bert.client);
    await givenDocument(jan, dossier);
    await write(jan.desk, dossier);
    await jan.desk.post(`/clients/${bert.client.id}/invitation`);
    const account: unknown = await house.strapi.db
      .connection('up_users')
      .where({ email: bert.email })
      .first();
    const { document_id: reader } = account as { document_id: string };
    const unread: unknown[] = await house.strapi.db.connection('readings').where({ reader, opened_at: null });
    expect(unread).toHaveLength(2);
  });
});
