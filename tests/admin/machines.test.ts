import { z } from 'zod';
import {
  browser,
  givenAdministrator,
  givenDocument,
  givenDossier,
  givenPortalClient,
  startStrapi,
  type Browser,
  type House,
  type StaffMember,
} from '../support';

let house: House;
let administrator: StaffMember;
let robot: Browser;
let addresses: [method: string, address: string][];

interface Tokens {
  create(token: Record<string, unknown>, owner: { id: number }): Promise<{ accessKey: string }>;
}

/** A token as Strapi itself makes it for an administrator who wants a program to act in their name. */
const givenRobot = async (): Promise<Browser> => {
  const owner = z
    .object({ id: z.number() })
    .parse(await house.strapi.db.query('admin::user').findOne({ where: { email: administrator.email } }));
  const wish = { kind: 'admin', name: 'robot', description: '', lifespan: null, adminPermissions: [] };
  const tokens = house.strapi.service('admin::api-token-admin') as Tokens;
  const { accessKey } = await tokens.create({ ...wish, adminUserOwner: owner.id }, owner);
  return browser(house.baseUrl, '', { authorization: `Bearer ${accessKey}` });
};

/** A token that lies there when the house comes to its own beginning, after Strapi's. */
const withOldToken = (strapi: House['strapi']): void => {
  const run = strapi.runUserLifecycles.bind(strapi);
  strapi.runUserLifecycles = async (name) => {
    const data = { kind: 'admin', name: 'of before', accessKey: 'x', adminPermissions: [] };
    if (name === 'bootstrap') await strapi.db.query('admin::api-token').create({ data });
    await run(name);
  };
};

beforeAll(async () => {
  house = await startStrapi({}, withOldToken);
  administrator = await givenAdministrator(house);
  const anna = await givenPortalClient(house, administrator);
  const dossier = await givenDossier(administrator, anna.client);
  const document = await givenDocument(administrator, dossier);
  robot = await givenRobot();
  addresses = [
    ['GET', '/desk/dossiers'],
    ['GET', `/desk/dossiers/${dossier.id}`],
    ['GET', `/desk/documents/${document.id}/download`],
    ['GET', `/desk/dossiers/${dossier.id}/proof/export`],
    ['PATCH', '/desk/settings'],
    ['GET', '/lockout/locked'],
    ['POST', '/lockout/locked/1/unlock'],
    ['GET', '/virus-scan/health'],
    ['GET', '/virus-scan/refusals'],
  ];
});
afterAll(() => house.stop());

describe('a program with a token of the administrator', () => {
  it('is known to Strapi, so that what follows is not the answer to a wrong token', async () => {
    expect((await robot.get('/admin/users/me')).status).toBe(200);
  });

  it('comes in nowhere at the desk, and to none of the house’s plugins', async () => {
    const passed: string[] = [];
    for (const [method, address] of addresses) {
      const body = method === 'PATCH' ? JSON.stringify({ name: 'Taken over' }) : undefined;
      const { status } = await robot.send(method, address, body, { 'content-type': 'application/json' });
      if (status !== 401) passed.push(`${method} ${address} answered ${status}`);
    }
    expect(passed).toEqual([]);
  });

  it('is not made by anybody, nor shown, nor given a new key', async () => {
    const wish = { name: 'second', description: '', lifespan: null, adminPermissions: [] };
    const token = { where: { kind: 'admin' } };
    const before = await house.strapi.db.query('admin::api-token').findMany(token);
    expect((await administrator.admin.post('/admin-tokens', wish)).status).toBe(405);
    const { id } = z.object({ id: z.number() }).parse(before[0]);
    expect((await administrator.admin.post(`/admin-tokens/${id}/regenerate`)).status).toBe(405);
    expect((await administrator.admin.put(`/admin-tokens/${id}`, wish)).status).toBe(405);
    // What the panel answers at any address where nothing is: its page.
    for (const address of ['/admin-tokens', `/admin-tokens/${id}`, `/admin-tokens/${id}/owner-permissions`])
      expect((await administrator.admin.get(address)).json).toBeNull();
    expect(await house.strapi.db.query('admin::api-token').findMany(token)).toEqual(before);
  });
});

describe('a token of before', () => {
  it('is gone when the house has started', async () => {
    const names = z.array(z.object({ name: z.string() }));
    const left = names.parse(await house.strapi.db.query('admin::api-token').findMany());
    expect(left.map(({ name }) => name)).toEqual(['robot']);
  });

  it('leaves no right to make another, so that the panel shows no page for it', async () => {
    const mine = (await administrator.admin.get('/users/me/permissions')).as(
      z.object({ data: z.array(z.object({ action: z.string() })) }),
    );
    const actions = mine.data.map(({ action }) => action);
    expect(actions).toContain('admin::users.read');
    expect(actions.filter((action) => action.startsWith('admin::admin-tokens'))).toEqual([]);
  });
});

describe('a member of staff who is signed in to the panel', () => {
  it('still comes in', async () => {
    expect((await administrator.desk.get('/dossiers')).status).toBe(200);
  });
});
