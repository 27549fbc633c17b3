import { deskDossierSchema, dossierViewSchema } from '../../src/contract/dossier';
import { givenCase, UNKNOWN_ID, type Case } from '../access/case';
import type { Browser, House, StaffMember } from '../support';
import { givenAdministrator, givenSettings, givenStaff, startStrapi } from '../support';

let house: House;
let own: Case;
let administrator: StaffMember;

const FIRM = '076 123 45 67';
const OWN = '+31 (0)76 123 45 89';

beforeAll(async () => {
  house = await startStrapi();
  administrator = await givenAdministrator(house);
  await givenSettings(house, { phone: FIRM });
  own = await givenCase(house);
});
beforeEach(async () => {
  await keep(administrator.desk, null);
});
afterAll(() => house.stop());

const keep = (by: Browser, phone: unknown, id = own.jan.id) => by.put(`/staff/${id}/phone`, { phone });
const atDesk = async (by = own.jan) =>
  (await by.desk.get(`/dossiers/${own.dossier.id}`)).as(deskDossierSchema).contact;
const inPortal = async () =>
  (await own.anna.portal.get(`/dossiers/${own.dossier.id}`)).as(dossierViewSchema).contact;

interface Sweeping {
  sweepProfiles(): Promise<void>;
}
const isSweeping = (service: unknown): service is Sweeping =>
  typeof service === 'object' && service !== null && 'sweepProfiles' in service;
const sweepProfiles = async (): Promise<void> => {
  const service: unknown = house.strapi.service('api::staff-profile.sweep');
  if (!isSweeping(service)) throw new Error('Nothing sweeps the profiles');
  await service.sweepProfiles();
};

describe('B20 the number that a client calls the contact at', () => {
  it("is the firm's, until the contact has given an own one, and again when it is taken away", async () => {
    expect(await inPortal()).toEqual({ name: own.jan.name, phone: FIRM });
    expect((await keep(own.jan.desk, OWN)).json).toEqual({ phone: OWN });
    expect(await inPortal()).toEqual({ name: own.jan.name, phone: OWN });
    await keep(own.jan.desk, '076 99 99 99 9');
    expect(await inPortal()).toMatchObject({ phone: '076 99 99 99 9' });
    await keep(own.jan.desk, null);
    expect(await inPortal()).toMatchObject({ phone: FIRM });
  });

  it('is kept by the administrator too; the desk shows it, and to whom it may be changed', async () => {
    expect(await atDesk()).toMatchObject({ phone: null, abilities: { changePhone: true } });
    expect((await keep(administrator.desk, OWN)).status).toBe(200);
    expect(await atDesk(administrator)).toMatchObject({ phone: OWN, abilities: { changePhone: true } });
    const piet = await givenStaff(house, 'Piet');
    await own.jan.desk.put(`/dossiers/${own.dossier.id}/staff`, { staffIds: [own.jan.id, piet.id] });
    expect(await atDesk(piet)).toMatchObject({ phone: OWN, abilities: { changePhone: false } });
  });

  it('is changed by no colleague: their profile is not found, like that of nobody', async () => {
    const colleague = await givenStaff(house);
    const foreign = await keep(colleague.desk, OWN);
    const missing = await keep(colleague.desk, OWN, UNKNOWN_ID);
    expect([foreign.status, foreign.error.code, foreign.bytes]).toEqual([404, 'not-found', missing.bytes]);
    expect(await inPortal()).toMatchObject({ phone: FIRM });
  });

  it("is the firm's where the contact has left", async () => {
    await keep(own.jan.desk, OWN);
    const users = () => house.strapi.db.connection('admin_users').where({ document_id: own.jan.id });
    await users().update({ is_active: false });
    expect(await inPortal()).toEqual({ name: own.jan.name, phone: FIRM });
    await users().update({ is_active: true });
    expect(await inPortal()).toMatchObject({ phone: OWN });
  });

  it('is one, also when it is given several times at once', async () => {
    const phones = [1, 2, 3, 4].map((n) => `076 111 11 1${n}`);
    const answers = await Promise.all(phones.map((phone) => keep(own.jan.desk, phone)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const rows: unknown[] = await house.strapi.db.connection('staff_profiles').select();
    expect(rows).toHaveLength(1);
    expect(phones).toContain((await inPortal())?.phone);
  });

  it('goes when the panel knows the person no more', async () => {
    const leaver = await givenStaff(house);
    await keep(leaver.desk, OWN, leaver.id);
    const profiles = () => house.strapi.db.connection('staff_profiles').select<{ phone: string }[]>('phone');
    expect(await profiles()).toEqual([{ phone: OWN }]);
    const { id } = await house.strapi.db
      .connection('admin_users')
      .where({ document_id: leaver.id })
      .first('id');
    expect((await administrator.admin.delete(`/users/${id}`)).status).toBe(200);
    await sweepProfiles();
    expect(await profiles()).toEqual([]);
  });

  it.each(['', 'ask Bea', '1234', '076 123\n45 67', `0${' 1'.repeat(30)}`, 76123, undefined])(
    'is not %j',
    async (phone) => {
      const refused = await keep(own.jan.desk, phone);
      expect([refused.status, refused.error.code, refused.error.fields]).toEqual([
        400,
        'invalid-input',
        ['phone'],
      ]);
      expect(await inPortal()).toMatchObject({ phone: FIRM });
    },
  );
});
