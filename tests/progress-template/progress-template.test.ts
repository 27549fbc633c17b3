import { progressTemplateListSchema } from '../../src/contract/progress-template';
import type { Browser, House, StaffMember } from '../support';
import { authorizationOf, browser, givenAdministrator, givenStaff, startStrapi } from '../support';

let house: House;
let jan: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  jan = await givenStaff(house);
});
afterAll(() => house.stop());

const TEMPLATES = '/collection-types/api::progress-template.progress-template';
const contentManagerOf = async ({ email, password }: StaffMember): Promise<Browser> =>
  browser(house.baseUrl, '/content-manager', {
    authorization: await authorizationOf(house, email, password),
  });
const atDesk = async () =>
  (await jan.desk.get('/progress-templates')).as(progressTemplateListSchema).templates;

describe('progress templates', () => {
  it('are written by the administrator in the content manager, a step a line, and read at the desk', async () => {
    expect(await atDesk()).toEqual([]);
    const manager = await contentManagerOf(await givenAdministrator(house));
    const written = [
      { name: 'Sale', steps: 'Intake' },
      { name: 'Purchase', steps: 'Deed of purchase received\r\n\n  Draft deed \nSigning\n' },
    ];
    for (const template of written) expect((await manager.post(TEMPLATES, template)).status).toBe(201);
    const templates = await atDesk();
    expect(templates.map(({ name, steps }) => [name, steps])).toEqual([
      ['Purchase', ['Deed of purchase received', 'Draft deed', 'Signing']],
      ['Sale', ['Intake']],
    ]);
  });

  it('are written by nobody else, and are nothing for clients or the street', async () => {
    const manager = await contentManagerOf(jan);
    expect((await manager.post(TEMPLATES, { name: 'Mine', steps: 'Intake' })).status).toBe(403);
    expect((await fetch(`${house.baseUrl}/desk/progress-templates`)).status).toBe(401);
    expect((await fetch(`${house.baseUrl}/api/progress-templates`)).status).toBe(404);
    expect((await atDesk()).map(({ name }) => name)).not.toContain('Mine');
  });
});
