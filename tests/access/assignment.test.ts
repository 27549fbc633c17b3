import { deskClientListSchema } from '../../src/contract/client';
import { deskDossierListSchema, deskDossierSchema, staffListSchema } from '../../src/contract/dossier';
import type { House, StaffMember } from '../support';
import { givenAdministrator, givenStaff, startStrapi } from '../support';
import { givenCase, UNKNOWN_ID, type Case } from './case';

let house: House;
let administrator: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  administrator = await givenAdministrator(house);
});
afterAll(() => house.stop());

const dossiersSeenBy = async ({ desk }: StaffMember): Promise<string[]> =>
  (await desk.get('/dossiers')).as(deskDossierListSchema).dossiers.map(({ id }) => id);
const clientsSeenBy = async ({ desk }: StaffMember): Promise<string[]> =>
  (await desk.get('/clients')).as(deskClientListSchema).clients.map(({ id }) => id);
const assign = ({ dossier }: Case, by: StaffMember, staff: StaffMember[]) =>
  by.desk.put(`/dossiers/${dossier.id}/staff`, { staffIds: staff.map(({ id }) => id) });

describe('assigning staff to a dossier (R101)', () => {
  it('lets them find it with its client, from the next request on', async () => {
    const own = await givenCase(house);
    const kim = await givenStaff(house, 'Kim');
    expect(await dossiersSeenBy(kim)).toEqual([]);
    expect(await clientsSeenBy(kim)).toEqual([]);

    const dossier = (await assign(own, own.jan, [own.jan, kim])).as(deskDossierSchema);
    expect(dossier.staff.map(({ id }) => id).sort()).toEqual([own.jan.id, kim.id].sort());
    expect(await dossiersSeenBy(kim)).toEqual([own.dossier.id]);
    expect(await clientsSeenBy(kim)).toEqual([own.anna.client.id]);
    expect((await kim.desk.get(`/dossiers/${own.dossier.id}/messages`)).status).toBe(200);
  });

  it('takes it away from who is named no more', async () => {
    const own = await givenCase(house);
    const kim = await givenStaff(house, 'Kim');
    await assign(own, own.jan, [own.jan, kim]);
    await assign(own, own.jan, [own.jan]);
    expect(await dossiersSeenBy(kim)).toEqual([]);
    expect((await kim.desk.get(`/dossiers/${own.dossier.id}`)).error.code).toBe('not-found');
    expect((await kim.desk.get(`/clients/${own.anna.client.id}`)).error.code).toBe('not-found');
  });

  it('shows who takes themselves off what they did, and then no more', async () => {
    const own = await givenCase(house);
    const kim = await givenStaff(house, 'Kim');
    const answer = (await assign(own, own.jan, [kim])).as(deskDossierSchema);
    expect(answer.staff.map(({ id }) => id)).toEqual([kim.id]);
    expect((await own.jan.desk.get(`/dossiers/${own.dossier.id}`)).status).toBe(404);
  });

  it.each([
    ['nobody at all', [], 400, 'invalid-input'],
    ['who does not work here', [UNKNOWN_ID], 404, 'not-found'],
    ['a malformed id', ['1'], 400, 'invalid-input'],
  ])('is refused for %s, and changes nothing', async (_what, staffIds, status, code) => {
    const own = await givenCase(house);
    const answer = await own.jan.desk.put(`/dossiers/${own.dossier.id}/staff`, { staffIds });
    expect([answer.status, answer.error.code]).toEqual([status, code]);
    expect(await dossiersSeenBy(own.jan)).toEqual([own.dossier.id]);
  });

  it('is refused for who has left the firm', async () => {
    const own = await givenCase(house);
    const kim = await givenStaff(house, 'Kim');
    await house.strapi.db.connection('admin_users').where({ email: kim.email }).update({ is_active: false });
    expect((await assign(own, own.jan, [own.jan, kim])).error.code).toBe('not-found');
    const { staff } = (await own.jan.desk.get('/staff')).as(staffListSchema);
    expect(staff.map(({ id }) => id)).toContain(own.jan.id);
    expect(staff.map(({ id }) => id)).not.toContain(kim.id);
    expect((await kim.desk.get('/staff')).status).toBe(401);
  });
});

describe('the administrator', () => {
  it('sees every dossier and every client', async () => {
    const cases = [await givenCase(house), await givenCase(house)];
    for (const { dossier, anna } of cases) {
      expect(await dossiersSeenBy(administrator)).toContain(dossier.id);
      expect(await clientsSeenBy(administrator)).toContain(anna.client.id);
      expect((await administrator.desk.get(`/dossiers/${dossier.id}`)).status).toBe(200);
    }
  });
});
