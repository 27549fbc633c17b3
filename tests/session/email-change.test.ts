import { deskClientSchema } from '../../src/contract/client';
import { ownEmailSchema } from '../../src/contract/email-change';
import {
  givenAdministrator,
  givenPortalClient,
  nextNumber,
  portal,
  startStrapi,
  tokenIn,
  type Browser,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { deliver, LATER, silenceWorker } from '../notification/outbox';
import { confirmed, givenApp } from '../support/given-methods';
import { eventsOf } from './rows';

let house: House;
let bea: StaffMember;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
  bea = await givenAdministrator(house);
});
beforeEach(async () => {
  anna = await givenPortalClient(house, bea);
});
afterAll(() => house.stop());

const newAddress = () => `new${nextNumber()}@client.example`;
const wish = (email: string, { portal: browser }: Pick<PortalClient, 'portal'> = anna) =>
  browser.put('/account/email', { email });
const use = (token: string, browser: Browser = portal(house.baseUrl)) => browser.post('/email', { token });
const signIn = async (email: string, { password } = anna) =>
  (await portal(house.baseUrl).post('/session', { userName: email, password })).status;
const deskClient = async () => (await bea.desk.get(`/clients/${anna.client.id}`)).as(deskClientSchema);

/** Anna has asked for another address; the token is the one that was mailed to it. */
const givenWish = async (email = newAddress()): Promise<{ email: string; token: string }> => {
  await confirmed(anna);
  expect((await wish(email)).status).toBe(202);
  expect((await house.inbox.next(anna.email)).subject).toContain('Another e-mail address');
  return { email, token: tokenIn(await house.inbox.next(email)) };
};
const isOver = async (token: string) => expect((await use(token)).error.code).toBe('link-invalid');

describe('another e-mail address', () => {
  it('is asked for by who has just proved again who they are', async () => {
    expect((await wish(newAddress())).error.code).toBe('confirmation-needed');
    expect((await wish(newAddress(), { portal: portal(house.baseUrl) })).status).toBe(401);
  });

  it('changes nothing before its link is used; the address so far is told, and staff see what is awaited', async () => {
    const { email } = await givenWish();
    expect((await anna.portal.get('/account/email')).as(ownEmailSchema)).toEqual({
      email: anna.email,
      pendingEmail: email,
    });
    expect(await signIn(anna.email)).toBe(200);
    expect(await signIn(email)).toBe(401);
    expect(await deskClient()).toMatchObject({ email: anna.email, pendingEmail: email });
    expect(await eventsOf(house, anna.email)).toContain('email-change-asked');
  });

  it('becomes the account’s own by its link, with the user name that was the address', async () => {
    const { email, token } = await givenWish();
    expect((await use(token)).status).toBe(204);
    expect(await signIn(email)).toBe(200);
    expect(await signIn(anna.email)).toBe(401);
    expect(await deskClient()).toMatchObject({ email, pendingEmail: null });
    const told = await house.inbox.next(anna.email);
    expect(told.subject).toContain('was changed');
    expect(told.text).not.toContain(email);
    expect(house.inbox.waiting(email)).toEqual([]);
    expect(await eventsOf(house, anna.email)).toContain('email-changed');
  });

  it('leaves alone a user name that is none', async () => {
    const username = `anna-${nextNumber()}`;
    await house.strapi.db.connection('up_users').where({ email: anna.email }).update({ username });
    const { email, token } = await givenWish();
    await use(token);
    expect(await signIn(username)).toBe(200);
    expect(await signIn(email)).toBe(401);
  });

  it('ends every other session, and keeps the one in which the link was used', async () => {
    const other = portal(house.baseUrl);
    await other.post('/session', { userName: anna.email, password: anna.password });
    const { token } = await givenWish();
    expect((await use(token, anna.portal)).status).toBe(204);
    expect((await anna.portal.get('/dossiers')).status).toBe(200);
    expect((await other.get('/dossiers')).status).toBe(401);
  });

  it('is no reason to keep a session of somebody else', async () => {
    const bert = await givenPortalClient(house, bea);
    const { token } = await givenWish();
    await use(token, bert.portal);
    expect((await bert.portal.get('/dossiers')).status).toBe(200);
    expect((await anna.portal.get('/dossiers')).status).toBe(401);
  });

  it('comes by a link that works once, of two who use it at once for one', async () => {
    const { token } = await givenWish();
    const answers = await Promise.all([use(token), use(token), use(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410, 410]);
    await isOver(token);
  });

  it('comes by no link for something else, and its link leads to no password', async () => {
    const { token } = await givenWish();
    const stranger = portal(house.baseUrl);
    await stranger.post('/password-reset', { email: anna.email });
    const reset = tokenIn(await house.inbox.next(anna.email));
    await isOver(reset);
    const password = 'een heel andere lange zin';
    expect((await stranger.post('/password', { token, password })).error.code).toBe('link-invalid');
    expect((await stranger.post('/unlock', { token })).error.code).toBe('link-invalid');
    expect((await use(token)).status).toBe(204);
    // The mailbox so far opens nothing any more.
    expect((await stranger.post('/password', { token: reset, password })).error.code).toBe('link-invalid');
  });

  it('is kept as a hash, for a day', async () => {
    const { token } = await givenWish();
    const db = house.strapi.db.connection;
    const rows: unknown = await db('mailed_links').where({ purpose: 'email-change' });
    expect(JSON.stringify(rows)).not.toContain(token);
    const account = () => db('up_users').where({ email: anna.email });
    const { pending_email_until: until } = (await account().first()) as { pending_email_until: string };
    expect(Math.abs(new Date(until).getTime() - Date.now() - 24 * 3_600_000)).toBeLessThan(60_000);
    await account().update({ pending_email_until: new Date(Date.now() - 1) });
    await isOver(token);
    expect((await anna.portal.get('/account/email')).as(ownEmailSchema).pendingEmail).toBeNull();
    expect((await deskClient()).pendingEmail).toBeNull();
  });

  it('is the one that was asked for last', async () => {
    const first = await givenWish();
    const second = await givenWish();
    await isOver(first.token);
    expect((await use(second.token)).status).toBe(204);
    expect(await signIn(second.email)).toBe(200);
  });

  it('is given up by the client, by a new password and by a block', async () => {
    const dropped = await givenWish();
    expect((await anna.portal.delete('/account/email/pending')).status).toBe(204);
    await isOver(dropped.token);
    const before = await givenWish();
    await anna.portal.put('/account/password', { password: 'een heel andere lange zin' });
    await isOver(before.token);
    anna = { ...anna, password: 'een heel andere lange zin' };
    await house.inbox.next(anna.email);
    const blocked = await givenWish();
    for (const state of [true, false])
      await bea.desk.put(`/clients/${anna.client.id}/blocking`, { blocked: state });
    await isOver(blocked.token);
    expect(await signIn(anna.email)).toBe(200);
  });

  it('is not taken from who got it while the link was on its way', async () => {
    const { email, token } = await givenWish();
    const bert = await givenPortalClient(house, bea, { email });
    await isOver(token);
    expect(await signIn(email, bert)).toBe(200);
    expect(await signIn(anna.email)).toBe(200);
  });

  it('is refused where it is the own one, none at all, or the eleventh of a day', async () => {
    await confirmed(anna);
    expect((await wish(anna.email)).error.code).toBe('invalid-input');
    expect((await wish('no address')).error.code).toBe('invalid-input');
    for (let time = 0; time < 10; time += 1) expect((await wish(newAddress())).status).toBe(202);
    expect((await wish(newAddress())).error.code).toBe('too-many-tries');
  });

  // The last one: from here on nothing leaves the outbox by itself.
  it('is answered alike where it is another account’s, and gets no warning meant for the address so far', async () => {
    const bert = await givenPortalClient(house, bea);
    await confirmed(anna);
    await silenceWorker(house);
    const [free, email] = [await wish(newAddress()), newAddress()];
    const taken = await wish(bert.email);
    expect([taken.status, Object.keys(taken.json as object)]).toEqual([
      202,
      Object.keys(free.json as object),
    ]);
    await deliver(house, LATER);
    const links = house.strapi.db.connection('notifications').where({ event: 'email-change-link' });
    expect(await links.where({ recipient: bert.email }).pluck('state')).toEqual(['dropped']);
    expect(house.inbox.waiting(bert.email)).toEqual([]);
    await wish(email);
    await deliver(house, LATER);
    const token = tokenIn(await house.inbox.next(email));
    await givenApp(anna);
    house.inbox.empty();
    await use(token);
    await deliver(house, LATER);
    const warnings = [await house.inbox.next(anna.email), await house.inbox.next(anna.email)];
    expect(warnings.map(({ subject }) => subject).join()).toMatch(/second step/);
    expect(house.inbox.waiting(email)).toEqual([]);
  });
});
