import { ownSessionListSchema } from '../../src/contract/account';
import {
  type Browser,
  givenAdministrator,
  givenPortalClient,
  portal,
  startStrapi,
  type House,
  type PortalClient,
} from '../support';
import { confirmed } from '../support/given-methods';
import { eventsOf, passMinutes, sessionRow } from './rows';

let house: House;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
});
beforeEach(async () => {
  anna = await givenPortalClient(house, await givenAdministrator(house));
});
afterAll(() => house.stop());

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const signedIn = async (password = anna.password): Promise<Browser> => {
  const browser = portal(house.baseUrl);
  await browser.post('/session', { userName: anna.email, password }, { 'user-agent': FIREFOX });
  return browser;
};
const list = async (browser: Browser) =>
  (await browser.get('/account/sessions')).as(ownSessionListSchema).sessions;
const isIn = async (browser: Browser) => (await browser.get('/dossiers')).status === 200;

describe('B14: the list of sessions', () => {
  it('says device, place and times, this one first, and never a token', async () => {
    await signedIn();
    const answer = await anna.portal.get('/account/sessions');
    const [own, other, ...more] = answer.as(ownSessionListSchema).sessions;
    expect(more).toEqual([]);
    expect(own?.isCurrent).toBe(true);
    expect(other).toMatchObject({
      isCurrent: false,
      device: { browser: 'Firefox', system: 'Windows' },
      address: '127.0.0.1',
    });
    expect(answer.bytes.toString()).not.toMatch(/token|hash/);
  });

  it('holds nothing that has ended, and nobody else’s', async () => {
    const idle = await signedIn();
    await passMinutes(house, idle, 31);
    await givenPortalClient(house, await givenAdministrator(house));
    expect(await list(anna.portal)).toHaveLength(1);
  });

  it('shows a device that says nothing sensible as unknown', async () => {
    const odd = portal(house.baseUrl);
    await odd.post('/session', { userName: anna.email, password: anna.password }, { 'user-agent': '<b>' });
    const [session] = await list(odd);
    expect(session?.device).toEqual({ browser: null, system: null });
  });
});

describe('ending sessions', () => {
  it('ends one at its next request, and leaves this one and the others', async () => {
    const [lost, tablet] = [await signedIn(), await signedIn()];
    const mine = (await list(lost)).find(({ isCurrent }) => isCurrent);
    expect((await anna.portal.delete(`/account/sessions/${mine?.id ?? ''}`)).status).toBe(204);
    expect([await isIn(lost), await isIn(tablet), await isIn(anna.portal)]).toEqual([false, true, true]);
    expect(await eventsOf(house, anna.email)).toContain('session-ended');
  });

  it('ends all others at their next request', async () => {
    const [lost, tablet] = [await signedIn(), await signedIn()];
    expect((await anna.portal.delete('/account/sessions')).status).toBe(204);
    expect([await isIn(lost), await isIn(tablet), await isIn(anna.portal)]).toEqual([false, false, true]);
    expect(await eventsOf(house, anna.email)).toContain('sessions-ended');
  });

  it('finds no session of another client, and ends none of theirs', async () => {
    const bert = await givenPortalClient(house, await givenAdministrator(house));
    const [theirs] = await list(bert.portal);
    const answer = await anna.portal.delete(`/account/sessions/${theirs?.id ?? ''}`);
    expect([answer.status, answer.error.code]).toEqual([404, 'not-found']);
    await anna.portal.delete('/account/sessions');
    expect(await isIn(bert.portal)).toBe(true);
  });

  it('is noted when the client signs out', async () => {
    await anna.portal.delete('/session');
    expect(await eventsOf(house, anna.email)).toContain('signed-out');
  });
});

describe('changing the password', () => {
  const change = (browser: Browser, password: string) => browser.put('/account/password', { password });
  const NEW = 'een nieuwe zin voor Anna';

  it('asks for the old one first, and changes nothing before', async () => {
    const answer = await change(anna.portal, NEW);
    expect([answer.status, answer.error.code]).toEqual([403, 'confirmation-needed']);
    expect(await isIn(await signedIn())).toBe(true);
  });

  it('asks again when the confirmation is ten minutes old', async () => {
    await confirmed(anna);
    await sessionRow(house, anna.portal).update({ confirmed_at: new Date(Date.now() - 10 * 60_000) });
    expect((await change(anna.portal, NEW)).error.code).toBe('confirmation-needed');
  });

  it('ends every other session, keeps this one, and tells the client by mail', async () => {
    const lost = await signedIn();
    await confirmed(anna);
    expect((await change(anna.portal, NEW)).status).toBe(204);
    expect([await isIn(lost), await isIn(anna.portal)]).toEqual([false, true]);
    expect([await isIn(await signedIn()), await isIn(await signedIn(NEW))]).toEqual([false, true]);
    expect((await house.inbox.next(anna.email)).subject).toContain('password');
    expect(await eventsOf(house, anna.email)).toContain('password-changed');
  });

  it('refuses a bad password and keeps the old one', async () => {
    await confirmed(anna);
    expect((await change(anna.portal, 'short')).status).toBe(422);
    expect(await isIn(await signedIn())).toBe(true);
  });

  it('of two at once in two sessions takes one, and ends the session of the other', async () => {
    const second = await signedIn();
    await confirmed(anna);
    await confirmed({ ...anna, portal: second });
    const passwords = [`${NEW} een`, `${NEW} twee`];
    const answers = await Promise.all([
      change(anna.portal, passwords[0] ?? ''),
      change(second, passwords[1] ?? ''),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
    const works = await Promise.all(passwords.map(async (password) => isIn(await signedIn(password))));
    expect(works).toEqual(answers.map(({ status }) => status === 204));
    expect([await isIn(anna.portal), await isIn(second)]).toEqual(works);
  });

  it('ends a link for a forgotten password that is on its way', async () => {
    await portal(house.baseUrl).post('/password-reset', { email: anna.email });
    await house.inbox.next(anna.email);
    await confirmed(anna);
    await change(anna.portal, NEW);
    expect(
      await house.strapi.db.connection('mailed_links').where({ purpose: 'reset', used_at: null }),
    ).toEqual([]);
  });
});
