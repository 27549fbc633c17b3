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
});
