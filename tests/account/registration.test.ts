import { givenClient, givenStaff, browser, portal, startStrapi, type House } from '../support';

/** What Strapi's plugin for users offers where nobody closes it (its own routes, as of 5.54). */
const OFFERED: [method: string, path: string, body: object | null][] = [
  [
    'POST',
    '/auth/local/register',
    { username: 'eve', email: 'eve@stranger.example', password: 'Geheim-1234' },
  ],
  ['POST', '/auth/local', { identifier: 'eve@stranger.example', password: 'Geheim-1234' }],
  ['GET', '/auth/google/callback?access_token=x', null],
  ['GET', '/connect/google', null],
  ['POST', '/auth/forgot-password', { email: 'eve@stranger.example' }],
  [
    'POST',
    '/auth/reset-password',
    { code: 'x', password: 'Geheim-1234', passwordConfirmation: 'Geheim-1234' },
  ],
  ['GET', '/auth/email-confirmation?confirmation=x', null],
  ['POST', '/auth/send-email-confirmation', { email: 'eve@stranger.example' }],
  ['POST', '/auth/change-password', { currentPassword: 'x', password: 'y', passwordConfirmation: 'y' }],
  ['POST', '/auth/refresh', {}],
  ['POST', '/users', { username: 'eve', email: 'eve@stranger.example', password: 'Geheim-1234', role: 1 }],
  ['GET', '/users', null],
  ['GET', '/users/me', null],
  ['GET', '/users/1', null],
  ['PUT', '/users/1', { email: 'eve@stranger.example' }],
  ['DELETE', '/users/1', null],
  ['GET', '/users-permissions/roles', null],
  ['POST', '/users-permissions/roles', { name: 'Eve' }],
];

const EVE = 'eve@stranger.example';

describe('R1: nobody registers on their own', () => {
  let house: House;
  beforeAll(async () => {
    house = await startStrapi();
    await givenClient(await givenStaff(house));
  });
  afterAll(() => house.stop());

  const accounts = () => house.strapi.db.connection('up_users').orderBy('id').select();
  const setRegistration = async (isOpen: boolean) => {
    const store = house.strapi.store({ type: 'plugin', name: 'users-permissions' });
    const advanced = (await store.get({ key: 'advanced' })) as object;
    await store.set({ key: 'advanced', value: { ...advanced, allow_register: isOpen } });
  };

  it('starts with registration switched off in the plugin', async () => {
    const store = house.strapi.store({ type: 'plugin', name: 'users-permissions' });
    expect(await store.get({ key: 'advanced' })).toMatchObject({ allow_register: false });
  });

  describe.each([
    ['as it is', false],
    ['with registration switched on in the plugin', true],
  ])('%s', (_how, isOpen) => {
    beforeAll(() => setRegistration(isOpen));
    afterAll(() => setRegistration(false));

    it.each(OFFERED)('%s /api%s is no door', async (method, path, body) => {
      const before = await accounts();
      const stranger = browser(house.baseUrl, '/api');
      const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
      const { status } = await stranger.send(method, path, body ? JSON.stringify(body) : undefined, headers);
      expect([404, 405]).toContain(status);
      expect(await accounts()).toEqual(before);
    });
  });

  it('gives who was not invited neither an account nor a mail, whatever they ask of the portal', async () => {
    const before = await accounts();
    const stranger = portal(house.baseUrl);
    for (const path of ['/activation', '/password-reset'])
      expect((await stranger.post(path, { email: EVE })).status).toBe(202);
    expect((await stranger.post('/accounts', { email: EVE, language: 'nl' })).error.code).toBe(
      'not-signed-in',
    );
    expect(await accounts()).toEqual(before);
    expect(house.inbox.waiting(EVE)).toEqual([]);
  });
});
