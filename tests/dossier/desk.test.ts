import { deskDossierListSchema, deskDossierSchema } from '../../src/contract/dossier';
import type { DeskClient } from '../../src/contract/client';
import type { House, StaffMember } from '../support';
import { givenAdministrator, givenClient, givenDossier, givenStaff, startStrapi } from '../support';
import { UNKNOWN_ID } from '../access/case';

let house: House;
let jan: StaffMember;
let client: DeskClient;

beforeAll(async () => {
  house = await startStrapi();
  jan = await givenStaff(house);
  client = await givenClient(jan, { name: 'Bakkerij Öz' });
});
afterAll(() => house.stop());

const create = (wishes: object) =>
  jan.desk.post('/dossiers', { number: 'D-1', description: 'Purchase', clientId: client.id, ...wishes });
const found = async (query: string) =>
  (await jan.desk.get(`/dossiers?query=${encodeURIComponent(query)}`)).as(deskDossierListSchema).dossiers;

describe('a new dossier', () => {
  it('is open, assigned to who opened it, and has them as its contact', async () => {
    const answer = await create({ number: 'D-10', nextStep: 'Draft', nextStepOn: '2026-12-31' });
    const dossier = answer.as(deskDossierSchema);
    expect(answer.status).toBe(201);
    expect(dossier).toMatchObject({
      number: 'D-10',
      status: 'in-progress',
      client: { id: client.id, number: client.number, name: client.name, accountState: 'none' },
      unreadMessages: 0,
      nextStep: 'Draft',
      nextStepOn: '2026-12-31',
      staff: [{ id: jan.id, name: jan.name }],
      contact: { id: jan.id, name: jan.name },
      progress: [],
    });
    expect((await jan.desk.get(`/dossiers/${dossier.id}`)).as(deskDossierSchema)).toEqual(dossier);
  });

  it('is refused where the number is taken, even when two try at the same time, and by another client', async () => {
    const tries = await Promise.all([1, 2, 3].map(() => create({ number: 'D-20' })));
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const again = await create({ number: 'D-20', clientId: (await givenClient(jan)).id });
    expect([again.status, again.error.code]).toEqual([409, 'number-taken']);
    expect(await found('D-20')).toHaveLength(1);
  });

  it('cannot be opened for a client of somebody else, or of nobody', async () => {
    const foreign = await givenClient(await givenStaff(house));
    const answers = [
      await create({ number: 'D-30', clientId: foreign.id }),
      await create({ number: 'D-30', clientId: UNKNOWN_ID }),
    ];
    for (const answer of answers) expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    expect(answers[0]?.bytes).toEqual(answers[1]?.bytes);
    expect(await house.strapi.db.connection('dossiers').where({ number: 'D-30' })).toEqual([]);
  });

  it.each([
    ['without a description', { description: '' }, ['description']],
    ['for a client that is no id', { clientId: 1 }, ['clientId']],
    ['with a day that is none', { nextStepOn: '2026-02-30' }, ['nextStepOn']],
    ['with fields nobody knows', { status: 'closed', staff: [] }, ['status', 'staff']],
  ])('is refused %s, and the fields are named', async (_what, wishes, fields) => {
    const answer = await create({ number: 'D-40', ...wishes });
    expect([answer.status, answer.error.code]).toEqual([400, 'invalid-input']);
    expect([...(answer.error.fields ?? [])].sort()).toEqual([...fields].sort());
    expect(await found('D-40')).toEqual([]);
  });
});

describe("the desk's list of dossiers", () => {
  it('is searched by number, description and client, whatever the capitals', async () => {
    const dossier = await givenDossier(jan, client, { number: 'Q-9', description: 'Sale of the Mill' });
    for (const query of ['q-9', 'the mill'])
      expect((await found(query)).map(({ id }) => id)).toEqual([dossier.id]);
    // By the client's number, too: so the client's own page finds what belongs to it.
    for (const query of ['bakkerij', client.number])
      expect((await found(query)).map(({ id }) => id)).toContain(dossier.id);
    for (const query of ['%', '_', "'"]) expect(await found(query)).toEqual([]);
  });

  it('refuses a question that is too long or unknown', async () => {
    for (const query of [`query=${'a'.repeat(101)}`, 'limit=1000000']) {
      const answer = await jan.desk.get(`/dossiers?${query}`);
      expect([answer.status, answer.error.code]).toEqual([400, 'invalid-input']);
    }
  });

  it('never ends: at most 200 rows come at once', async () => {
    const { desk } = await givenAdministrator(house);
    const columns = ['client_id', 'description', 'status', 'last_activity_at'];
    const example: Record<string, unknown> = await house.strapi.db.connection('dossiers').first(columns);
    const many = Array.from({ length: 250 }, (_, n) => ({
      ...example,
      document_id: `many${n}`.padEnd(24, 'x'),
      number: `M-${n}`,
      message_count: 0,
      staff_unread_count: 0,
    }));
    await house.strapi.db.connection.batchInsert('dossiers', many, 50);
    const { dossiers } = (await desk.get('/dossiers')).as(deskDossierListSchema);
    expect(dossiers).toHaveLength(200);
    await house.strapi.db.connection('dossiers').where('number', 'like', 'M-%').delete();
  });
});
