import { deskClientListSchema, deskClientSchema } from '../../src/contract/client';
import type { House, StaffMember } from '../support';
import {
  givenAdministrator,
  givenClient,
  givenDossier,
  givenPortalClient,
  givenStaff,
  startStrapi,
} from '../support';

let house: House;
let jan: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  jan = await givenStaff(house);
});
afterAll(() => house.stop());

const NEW = {
  number: 'K-1',
  name: 'Zoë van der Łódź',
  email: 'zoe@client.example',
  language: 'nl',
  communication: 'portal',
};
const create = (wishes: object) => jan.desk.post('/clients', { ...NEW, ...wishes });
const found = async (query: string, who = jan) =>
  (await who.desk.get(`/clients?query=${encodeURIComponent(query)}`)).as(deskClientListSchema).clients;

describe('a new client', () => {
  it('stands in the list with what staff wrote, and without an account', async () => {
    const answer = await create({
      email: ' Zoe@Client.example ',
      phone: '+31 20 123 45 67',
      kind: 'company',
    });
    const client = answer.as(deskClientSchema);
    expect(answer.status).toBe(201);
    expect(client).toMatchObject({
      ...NEW,
      email: 'zoe@client.example',
      phone: '+31 20 123 45 67',
      kind: 'company',
      accountState: 'none',
      invitedAt: null,
      activatedAt: null,
      dossierCount: 0,
    });
    expect(await found('K-1')).toEqual([client]);
    expect((await jan.desk.get(`/clients/${client.id}`)).as(deskClientSchema)).toEqual(client);
  });

  it('has agreed to the portal only where they chose it (R2)', async () => {
    expect((await givenClient(jan)).consentedAt).not.toBeNull();
    expect((await givenClient(jan, { communication: 'secured-mail' })).consentedAt).toBeNull();
  });

  it('is refused where the number is taken, even when two try at the same time', async () => {
    const tries = await Promise.all([1, 2, 3].map(() => create({ number: 'K-2' })));
    expect(tries.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(tries.find(({ status }) => status === 409)?.error.code).toBe('number-taken');
    expect(await found('K-2')).toHaveLength(1);
  });

  it.each([
    ['without a name', { name: ' ' }, ['name']],
    ['with an address that is none', { email: 'zoe' }, ['email']],
    ['in a language nobody here speaks', { language: 'fr' }, ['language']],
    ['with a number that is too long', { number: '1'.repeat(41) }, ['number']],
    ['with a name over two lines', { name: 'Zoë\nŁódź' }, ['name']],
    ['with fields nobody knows', { isAdministrator: true, id: 1 }, ['isAdministrator', 'id']],
    ['with more than one thing wrong', { name: '', kind: 'robot' }, ['name', 'kind']],
  ])('is refused %s, and the fields are named', async (_what, wishes, fields) => {
    const answer = await create({ number: 'K-3', ...wishes });
    expect([answer.status, answer.error.code]).toEqual([400, 'invalid-input']);
    expect([...(answer.error.fields ?? [])].sort()).toEqual([...fields].sort());
    expect(await found('K-3')).toEqual([]);
  });
});

describe('the list of clients', () => {
  it('tells of each how far they are and how many dossiers they have', async () => {
    const { client } = await givenPortalClient(house, jan);
    await givenDossier(jan, client);
    await givenDossier(jan, client);
    expect(await found(client.number)).toMatchObject([{ accountState: 'active', dossierCount: 2 }]);
  });

  it('is searched by name, number and address, whatever the capitals', async () => {
    const client = await givenClient(jan, {
      name: 'Öztürk Bouw BV',
      number: 'ZZ-77',
      email: 'bouw@oz.example',
    });
    for (const query of ['bouw bv', 'zz-77', 'BOUW@OZ'])
      expect((await found(query)).map(({ id }) => id)).toEqual([client.id]);
  });

  it('takes a search for what it is: no pattern, no statement', async () => {
    for (const query of ['%', '_', "' OR 1=1 --", '\\']) expect(await found(query)).toEqual([]);
    const client = await givenClient(jan, { name: '100% \\ under_score' });
    for (const query of ['100%', 'under_', '\\ '])
      expect((await found(query)).map(({ id }) => id)).toEqual([client.id]);
  });

  it('refuses a question it does not know', async () => {
    const answer = await jan.desk.get('/clients?filters[name][$contains]=a');
    expect([answer.status, answer.error.code]).toEqual([400, 'invalid-input']);
  });

  it('shows staff their own clients, and the administrator all', async () => {
    const client = await givenClient(jan, { name: 'Only for Jan' });
    expect(await found('Only for Jan', await givenStaff(house))).toEqual([]);
    expect((await found('Only for Jan', await givenAdministrator(house))).map(({ id }) => id)).toEqual([
      client.id,
    ]);
  });
});
