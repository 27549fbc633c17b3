import { browser, givenAdministrator, startStrapi, STAFF_PASSWORD, type House } from '../support';

let house: House;

beforeAll(async () => {
  house = await startStrapi();
});
afterAll(() => house.stop());

describe('the cookie of the admin panel', () => {
  it('comes along from no other site, and is out of reach of scripts', async () => {
    const { email } = await givenAdministrator(house);
    const answer = await browser(house.baseUrl, '/admin').post('/login', { email, password: STAFF_PASSWORD });
    const cookies = answer.headers.getSetCookie().filter((line) => line.startsWith('strapi_admin_refresh='));
    expect(cookies).toEqual([expect.stringMatching(/; samesite=strict/i)]);
    expect(cookies).toEqual([expect.stringMatching(/; httponly/i)]);
  });

  it('works where the address is plain http', async () => {
    const { email } = await givenAdministrator(house);
    const panel = browser(house.baseUrl, '/admin');
    await panel.post('/login', { email, password: STAFF_PASSWORD });
    expect((await panel.post('/access-token')).status).toBe(200);
  });
});
