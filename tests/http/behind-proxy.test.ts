import type { Browser, House } from '../support';
import { browser, givenAdministrator, portal, startStrapi, STAFF_PASSWORD } from '../support';

const PUBLIC_URL = 'https://portal.kantoor.example';

let house: House;

beforeAll(async () => {
  house = await startStrapi({ PUBLIC_URL });
});
afterAll(() => house.stop());

const PROXIES = [
  ['a proxy that says so', { 'x-forwarded-proto': 'https' }],
  ['a proxy that says nothing', {}],
] as const;

describe('behind a proxy that ends TLS', () => {
  const refreshCookie = async (headers: Record<string, string>) => {
    const { email } = await givenAdministrator(house);
    const panel: Browser = browser(house.baseUrl, '/admin', headers);
    const answer = await panel.post('/login', { email, password: STAFF_PASSWORD });
    const cookies = answer.headers.getSetCookie().filter((line) => line.startsWith('strapi_admin_refresh='));
    return { status: answer.status, cookies, panel };
  };

  it.each(PROXIES)('the cookie of the admin panel goes over https only: %s', async (_which, headers) => {
    const { status, cookies } = await refreshCookie(headers);
    expect([status, cookies]).toEqual([200, [expect.stringMatching(/; secure/i)]]);
  });

  it('the admin panel is left by it as it is entered', async () => {
    const { panel } = await refreshCookie({});
    expect((await panel.post('/access-token')).status).toBe(200);
  });

  it('the pages of the firm’s address are our own, whatever host the proxy asks for', async () => {
    const signIn = (headers: Record<string, string>) =>
      portal(house.baseUrl, headers).post('/session', { userName: 'a@client.example', password: 'x' });
    const own = await signIn({ origin: PUBLIC_URL, 'sec-fetch-site': 'same-origin' });
    const foreign = await signIn({
      origin: 'http://portal.kantoor.example',
      'sec-fetch-site': 'same-origin',
    });
    expect([own.error.code, foreign.error.code]).toEqual(['wrong-credentials', 'foreign-origin']);
  });

  describe('what a proxy heard in plain (R20)', () => {
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${house.baseUrl}${path}`, {
        ...init,
        headers: { 'x-forwarded-proto': 'http' },
        redirect: 'manual',
      });

    it.each(['/portal', '/admin/', '/api/portal/firm?a=b', '//evil.example/portal'])(
      'is led to https: %s',
      async (path) => {
        const answer = await ask(path);
        expect([answer.status, answer.headers.get('location')]).toEqual([308, `${PUBLIC_URL}${path}`]);
      },
    );

    it('is not done, and the password in it is not judged', async () => {
      const body = JSON.stringify({ userName: 'a@client.example', password: 'x' });
      const answer = await ask('/api/portal/session', { method: 'POST', body });
      expect([answer.status, await answer.json()]).toEqual([
        403,
        { error: { code: 'https-required', message: expect.any(String) as string } },
      ]);
    });
  });

  it.each(['/portal', '/admin/', '/api/portal/firm'])(
    'browsers are told to come by https for a year: %s',
    async (path) => {
      const answer = await fetch(`${house.baseUrl}${path}`, { headers: { 'x-forwarded-proto': 'https' } });
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
    },
  );
});
