import { SESSION_HEADER, sessionViewSchema } from '../../src/contract/account';
import {
  type Browser,
  givenAdministrator,
  givenPortalClient,
  givenSettings,
  portal,
  startStrapi,
  statementsOf,
  type House,
  type PortalClient,
} from '../support';
import { passMinutes, sessionRow } from './rows';

let house: House;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
  anna = await givenPortalClient(house, await givenAdministrator(house));
});
beforeEach(() => givenSettings(house, { sessionIdleMinutes: 30, sessionHours: 12 }));
afterAll(() => house.stop());

const signedIn = async (): Promise<Browser> => {
  const browser = portal(house.baseUrl);
  await browser.post('/session', { userName: anna.email, password: anna.password });
  return browser;
};
const endsIn = async (browser: Browser) => (await browser.get('/session')).as(sessionViewSchema).endsIn;
const isIn = async (browser: Browser) => (await browser.get('/dossiers')).status === 200;

describe('B14: a session', () => {
  it('ends after half an hour without use, and not before', async () => {
    const browser = await signedIn();
    await passMinutes(house, browser, 29.5);
    expect(await isIn(browser)).toBe(true);
    await passMinutes(house, browser, 30);
    expect(await isIn(browser)).toBe(false);
  });

  it('ends after twelve hours, however much it is used', async () => {
    const browser = await signedIn();
    for (let used = 0; used < 28; used += 1) {
      await passMinutes(house, browser, 25);
      expect(await isIn(browser)).toBe(true);
    }
    await passMinutes(house, browser, 20);
    expect(await isIn(browser)).toBe(false);
  });

  it('lasts as long as the firm has chosen', async () => {
    await givenSettings(house, { sessionIdleMinutes: 5, sessionHours: 1 });
    const browser = await signedIn();
    expect(await endsIn(browser)).toMatchObject({ idle: expect.closeTo(300, -1) as number });
    await passMinutes(house, browser, 4.9);
    expect(await isIn(browser)).toBe(true);
    await passMinutes(house, browser, 5);
    expect(await isIn(browser)).toBe(false);
    const second = await signedIn();
    expect(await endsIn(second)).toMatchObject({ overall: expect.closeTo(3600, -1) as number });
    for (let used = 0; used < 14; used += 1) {
      await passMinutes(house, second, 4);
      expect(await isIn(second)).toBe(true);
    }
    await passMinutes(house, second, 4);
    expect(await isIn(second)).toBe(false);
  });

  it('keeps what the firm had chosen when it began', async () => {
    const browser = await signedIn();
    await givenSettings(house, { sessionIdleMinutes: 5 });
    await passMinutes(house, browser, 20);
    expect(await isIn(browser)).toBe(true);
    expect(await endsIn(browser)).toMatchObject({ idle: expect.closeTo(1800, -1) as number });
  });

  it('is not used by asking how long it lasts', async () => {
    const browser = await signedIn();
    await passMinutes(house, browser, 20);
    expect((await endsIn(browser))?.idle).toBeLessThanOrEqual(600);
    expect((await endsIn(browser))?.idle).toBeLessThanOrEqual(600);
    await passMinutes(house, browser, 10);
    expect((await browser.get('/session')).as(sessionViewSchema)).toEqual({ account: null, endsIn: null });
  });

  it('is used by who says that they are still there', async () => {
    const browser = await signedIn();
    await passMinutes(house, browser, 28.5);
    const { endsIn: renewed } = (await browser.post('/session/use')).as(sessionViewSchema);
    expect(renewed?.idle).toBeGreaterThan(1790);
    expect(renewed?.overall).toBeLessThan(43_200 - 28 * 60);
  });

  it('says at every answer how long it lasts, at refusals too', async () => {
    const browser = await signedIn();
    const found = await browser.get('/dossiers');
    const missing = await browser.get(`/dossiers/${'a'.repeat(24)}`);
    expect(missing.status).toBe(404);
    for (const { headers } of [found, missing])
      expect(headers.get(SESSION_HEADER)).toMatch(/^idle=1[78]\d\d, overall=43[12]\d\d$/);
  });

  it('costs one query a request, and one more at most once a minute', async () => {
    const browser = await signedIn();
    const cost = async () => (await statementsOf(house, () => browser.post('/session/use'))).length;
    const often = await cost();
    await passMinutes(house, browser, 2);
    expect([often, await cost()]).toEqual([1, 2]);
  });

  it('is nobody’s to who has none, without an error', async () => {
    const answer = await portal(house.baseUrl).get('/session');
    expect([answer.status, answer.json]).toEqual([200, { account: null, endsIn: null }]);
    expect(answer.headers.get(SESSION_HEADER)).toBeNull();
  });

  it('that has ended leaves no row behind after the next sign-in', async () => {
    const browser = await signedIn();
    await passMinutes(house, browser, 31);
    await signedIn();
    expect(await sessionRow(house, browser)).toEqual([]);
  });
});
