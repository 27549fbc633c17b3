import type { DeskClient } from '../../src/contract/client';
import { deskDossierSchema, dossierViewSchema, type DeskDossier } from '../../src/contract/dossier';
import { UNKNOWN_ID } from '../access/case';
import type { House, PortalClient, StaffMember } from '../support';
import { givenActivated, givenClient, givenDossier, givenStaff, startStrapi } from '../support';

let house: House;
let jan: StaffMember;
let client: DeskClient;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
  jan = await givenStaff(house);
  client = await givenClient(jan);
  anna = await givenActivated(house, jan, client);
});
afterAll(() => house.stop());

const shown = async ({ id }: DeskDossier) => (await jan.desk.get(`/dossiers/${id}`)).as(deskDossierSchema);

describe('B20 keeping a dossier up to date', () => {
  it('changes what is named, leaves the rest, and shows it to the client', async () => {
    const dossier = await givenDossier(jan, client, { nextStep: 'Draft', nextStepOn: '2026-12-01' });
    const change = { nextStep: 'Signing', nextStepOn: '2026-12-04' };
    const changed = (await jan.desk.patch(`/dossiers/${dossier.id}`, change)).as(deskDossierSchema);
    expect(changed).toEqual({ ...dossier, ...change });
    expect(await shown(dossier)).toEqual(changed);
    const seen = (await anna.portal.get(`/dossiers/${dossier.id}`)).as(dossierViewSchema);
    expect(seen).toMatchObject(change);
  });

  it('takes away a next step there is no more', async () => {
    const dossier = await givenDossier(jan, client, { nextStep: 'Draft', nextStepOn: '2026-12-01' });
    await jan.desk.patch(`/dossiers/${dossier.id}`, { nextStep: null, nextStepOn: null });
    expect(await shown(dossier)).toMatchObject({ nextStep: null, nextStepOn: null });
  });

  it('closes a dossier, which the client then reads and does not write in, and opens it again', async () => {
    const dossier = await givenDossier(jan, client);
    const write = () => anna.portal.post(`/dossiers/${dossier.id}/messages`, { subject: 'A', body: 'B' });
    await jan.desk.patch(`/dossiers/${dossier.id}`, { status: 'closed' });
    expect((await write()).error.code).toBe('dossier-closed');
    expect((await anna.portal.get(`/dossiers/${dossier.id}`)).status).toBe(200);
    await jan.desk.patch(`/dossiers/${dossier.id}`, { status: 'in-progress' });
    expect((await write()).status).toBe(201);
  });

  it('names a contact who is of the dossier’s staff, and no other', async () => {
    const [piet, foreign] = [await givenStaff(house, 'Piet'), await givenStaff(house, 'Frans')];
    const dossier = await givenDossier(jan, client);
    await jan.desk.put(`/dossiers/${dossier.id}/staff`, { staffIds: [jan.id, piet.id] });
    await jan.desk.patch(`/dossiers/${dossier.id}`, { contactId: piet.id });
    expect((await shown(dossier)).contact).toMatchObject({ id: piet.id, name: piet.name });
    for (const contactId of [foreign.id, UNKNOWN_ID]) {
      const refused = await jan.desk.patch(`/dossiers/${dossier.id}`, { contactId, status: 'closed' });
      expect([refused.status, refused.error.code]).toEqual([404, 'not-found']);
    }
    expect(await shown(dossier)).toMatchObject({ contact: { id: piet.id }, status: 'in-progress' });
  });

  it.each([
    [{ description: ' ' }, ['description']],
    [{ status: 'gone' }, ['status']],
    [{ nextStepOn: '2026-02-30' }, ['nextStepOn']],
    [{ number: 'D-1', clientId: UNKNOWN_ID }, ['number', 'clientId']],
  ])('refuses %j, and changes nothing', async (change, fields) => {
    const dossier = await givenDossier(jan, client);
    const refused = await jan.desk.patch(`/dossiers/${dossier.id}`, change);
    expect([refused.error.code, refused.error.fields]).toEqual(['invalid-input', fields]);
    expect(await shown(dossier)).toEqual(dossier);
  });

  it('is not for staff whose dossier it is not: it is not found', async () => {
    const dossier = await givenDossier(jan, client);
    const stranger = await givenStaff(house);
    const refused = await stranger.desk.patch(`/dossiers/${dossier.id}`, { status: 'closed' });
    const missing = await stranger.desk.patch(`/dossiers/${UNKNOWN_ID}`, { status: 'closed' });
    expect([refused.status, refused.bytes]).toEqual([404, missing.bytes]);
    expect(await shown(dossier)).toEqual(dossier);
  });
});
