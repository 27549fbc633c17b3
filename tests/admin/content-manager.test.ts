import { z } from 'zod';
import {
  givenAdministrator,
  givenDossier,
  givenPortalClient,
  startStrapi,
  browser,
  type Browser,
  type House,
} from '../support';

let house: House;
let administrator: Browser;
let authorization: string;

/** Help that says which client asked: a type of the office that leads to a hidden one. */
const withAsker = (strapi: House['strapi']): void => {
  const run = strapi.runUserLifecycles.bind(strapi);
  strapi.runUserLifecycles = async (name) => {
    const asker = {
      type: 'relation',
      relation: 'oneToOne',
      target: 'plugin::users-permissions.user',
    } as const;
    const help = strapi.contentType('api::faq.faq');
    // A new object: the old one may be that of other houses, too.
    if (name === 'register') Object.assign(help, { attributes: { ...help.attributes, asker } });
    await run(name);
  };
};

beforeAll(async () => {
  house = await startStrapi({}, withAsker);
  const staff = await givenAdministrator(house);
  const anna = await givenPortalClient(house, staff);
  await givenDossier(staff, anna.client);
  const login = await browser(house.baseUrl, '/admin').post('/login', {
    email: staff.email,
    password: staff.password,
  });
  const { token } = (login.json as { data: { token: string } }).data;
  authorization = `Bearer ${token}`;
  administrator = browser(house.baseUrl, '/content-manager', { authorization });
});
afterAll(() => house.stop());

const CASE_TYPES = [
  'api::client.client',
  'api::dossier.dossier',
  'api::document.document',
  'api::message.message',
  'api::progress-step.progress-step',
  'api::staff-profile.staff-profile',
  'api::session.session',
  'api::session.mailed-link',
  'api::notification.notification',
  'plugin::users-permissions.user',
  'plugin::read-tracking.reading',
  'plugin::lockout.counter',
  'plugin::virus-scan.refusal',
];

describe('the content manager', () => {
  it.each(CASE_TYPES)('shows nobody %s, not even the administrator', async (uid) => {
    const addresses = [
      `/collection-types/${uid}`,
      `/collection-types/${encodeURIComponent(uid)}`,
      `/relations/${uid}/client`,
    ];
    for (const address of addresses) expect((await administrator.get(address)).status).toBe(404);
    expect((await administrator.post(`/collection-types/${uid}`, {})).status).toBe(404);
  });

  it.each([
    '/relations/plugin::users-permissions.role/users?page=1',
    '/relations/plugin::users-permissions.role/users/?page=1',
    '/relations/plugin%3A%3Ausers-permissions.role/user%73?page=1',
    '/relations/plugin::users-permissions.role/:id/users',
    '/RELATIONS/plugin::users-permissions.role/users',
    '/collection-types/plugin::users-permissions.role?populate=users',
    '/collection-types/plugin::users-permissions.permission',
  ])('shows nobody the user names of clients by way of their role: %s', async (address) => {
    const role = z
      .object({ documentId: z.string() })
      .parse(await house.strapi.db.query('plugin::users-permissions.role').findOne({}));
    expect((await administrator.get(address.replace(':id', role.documentId))).status).toBe(404);
  });

  it.each([
    '/relations/api::faq.faq/asker',
    '/Relations/api%3A%3Afaq.faq/ASKER',
    '/relations/api::faq.faq/1/asker',
  ])('shows nobody a case type by way of what the office writes: %s', async (address) => {
    const { error } = await administrator.get(address);
    expect([error.message, (await administrator.get(address)).status]).toEqual(['Not Found', 404]);
  });

  it('shows nobody a case type by an address in capitals', async () => {
    const capitals = browser(house.baseUrl, '/CONTENT-MANAGER', { authorization });
    expect((await capitals.get('/COLLECTION-TYPES/api::dossier.dossier')).status).toBe(404);
  });

  it.each([
    ['PUT', '/collection-types/api::dossier.dossier/%ff'],
    ['DELETE', '/collection-types/api::dossier.dossier/%ff'],
    ['GET', '/relations/api::dossier.dossier/client/%ff'],
    ['GET', '/relations/api::dossier.dossier/%ff/client'],
    ['POST', '/collection-types/api::dossier.dossier/%ff/actions/publish'],
    ['GET', '/collection-types/api::dossier.dossier/%ff/actions/countDraftRelations'],
    ['GET', '/collection-types/api::questionnaire.questionnaire/%ff/actions/countDraftRelations'],
  ])('lets nothing pass that it cannot read: %s %s', async (method, path) => {
    const answer = await administrator.send(method, path);
    expect([answer.status, answer.error]).toEqual([
      404,
      { status: 404, name: 'NotFoundError', message: 'Not Found', details: {} },
    ]);
  });

  it('serves office content', async () => {
    expect((await administrator.get('/collection-types/api::questionnaire.questionnaire')).status).toBe(200);
  });
});
