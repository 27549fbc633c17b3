import { deskAccountListSchema, type DeskAccount } from '../../src/contract/desk-account';
import { extraAccountListSchema } from '../../src/contract/extra-account';
import {
  givenPortalClient,
  givenStaff,
  portal,
  startStrapi,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import type { Guard } from '../../src/plugins/lockout/server/services/guard';
import { givenPasskey } from '../support/given-methods';
import { eventsOf } from '../session/rows';
import { givenAdded, givenColleague, givenCompany, newAccount, type Colleague } from './company';

let house: House;
let jan: StaffMember;
let main: PortalClient;
let colleague: Colleague;

beforeAll(async () => {
  house = await startStrapi();
  jan = await givenStaff(house);
});
beforeEach(async () => {
  main = await givenCompany(house, jan);
  colleague = await givenColleague(house, main);
});
afterAll(() => house.stop());

const accounts = async (by = jan): Promise<DeskAccount[]> =>
  (await by.desk.get(`/clients/${main.client.id}/accounts`)).as(deskAccountListSchema).accounts;
const isIn = async ({ portal: browser }: Pick<PortalClient, 'portal'>) =>
  (await browser.get('/dossiers')).status === 200;
const signIn = ({ email, password }: Pick<Colleague, 'email' | 'password'>, typed = password) =>
  portal(house.baseUrl).post('/session', { userName: email, password: typed });

/** The extra account as staff see it now. */
const extra = async (): Promise<DeskAccount> => {
  const found = (await accounts()).find(({ email }) => email === colleague.email);
  if (found === undefined) throw new Error('The account is not listed');
  return found;
};

describe('the accounts of a client, at the desk', () => {
  it('are listed with state, second step and sessions, the main login first', async () => {
    await givenPasskey(house, colleague);
    await givenAdded(main);
    expect(await accounts()).toMatchObject([
      { email: main.email, isMain: true, state: 'active', lock: null, secondStep: [], sessions: 1 },
      { email: colleague.email, isMain: false, state: 'active', secondStep: ['passkey'], sessions: 1 },
      { isMain: false, state: 'invited', isAddressTaken: false, sessions: 0, abilities: { delete: true } },
    ]);
  });

  it('say to staff alone whose address is another client’s', async () => {
    const anna = await givenPortalClient(house, jan);
    await main.portal.post('/accounts', newAccount({ email: anna.email }));
    const taken = (await accounts()).find(({ email }) => email === anna.email);
    expect(taken).toMatchObject({ isAddressTaken: true, state: 'invited' });
  });

  it('are blocked and let in again one by one', async () => {
    const { id } = await extra();
    expect((await jan.desk.put(`/accounts/${id}/blocking`, { blocked: true })).status).toBe(204);
    expect([await isIn(colleague), await isIn(main)]).toEqual([false, true]);
    expect(await extra()).toMatchObject({ state: 'blocked', abilities: { block: false, unblock: true } });
    expect((await main.portal.get('/accounts')).as(extraAccountListSchema).accounts[0]?.state).toBe(
      'blocked',
    );
    expect((await jan.desk.put(`/accounts/${id}/blocking`, { blocked: false })).status).toBe(204);
    expect((await signIn(colleague)).status).toBe(200);
    expect(await eventsOf(house, colleague.email)).toEqual(expect.arrayContaining(['blocked', 'unblocked']));
  });

  it('are unlocked when strangers have guessed, and only then', async () => {
    const { id, abilities } = await extra();
    expect(abilities.unlock).toBe(false);
    expect((await jan.desk.post(`/accounts/${id}/unlocking`)).error.code).toBe('not-found');
    for (let guess = 0; guess < 3; guess += 1) await signIn(colleague, 'a wrong guess');
    expect((await signIn(colleague)).error.code).toBe('account-locked');
    expect(await extra()).toMatchObject({ lock: { address: '127.0.0.1' }, abilities: { unlock: true } });
    expect((await jan.desk.post(`/accounts/${id}/unlocking`)).status).toBe(204);
    expect((await extra()).lock).toBeNull();
    expect((await signIn(colleague)).status).toBe(200);
    const [unlocked] = await house.strapi.db
      .connection('security_events')
      .where({ label: colleague.email, event: 'unlocked' });
    expect(unlocked).toMatchObject({ actor: 'staff', actor_name: jan.name });
  });

  it('leave a lock of the admin panel closed that has the same address', async () => {
    const { email: label } = colleague;
    const guard = house.strapi.plugin('lockout').service<Guard>('guard');
    await guard.reserve(`admin:${label}`, { label, address: '192.0.2.1', max: 1 });
    const { id, lock } = await extra();
    expect(lock).toBeNull();
    expect((await jan.desk.post(`/accounts/${id}/unlocking`)).error.code).toBe('not-found');
    expect(await guard.reserve(`admin:${label}`, { label, address: '192.0.2.1', max: 1 })).toEqual({
      allowed: false,
    });
  });

  it('are deleted where they are extra, and the main login is not', async () => {
    const [first] = await accounts();
    expect(first?.abilities.delete).toBe(false);
    expect((await jan.desk.delete(`/accounts/${first?.id}`)).error.code).toBe('not-allowed');
    expect(await isIn(main)).toBe(true);
    const { id } = await extra();
    const answers = await Promise.all([
      jan.desk.delete(`/accounts/${id}`),
      main.portal.delete(`/accounts/${id}`),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect(await isIn(colleague)).toBe(false);
    expect((await accounts()).map(({ email }) => email)).toEqual([main.email]);
  });
});

describe('ASVS 7.4.5: staff end the sessions of an account', () => {
  it('all at once, from the next request on; the password still opens the next', async () => {
    const second = portal(house.baseUrl);
    await second.post('/session', { userName: colleague.email, password: colleague.password });
    const { id, sessions } = await extra();
    expect(sessions).toBe(2);
    expect((await jan.desk.delete(`/accounts/${id}/sessions`)).status).toBe(204);
    expect([await isIn(colleague), await isIn({ portal: second }), await isIn(main)]).toEqual([
      false,
      false,
      true,
    ]);
    expect((await signIn(colleague)).status).toBe(200);
    const events = house.strapi.db
      .connection('security_events')
      .where({ label: colleague.email, event: 'sessions-ended' });
    expect(await events).toMatchObject([{ actor: 'staff', actor_name: jan.name }]);
  });

  it('also a sign-in that waits for its second step', async () => {
    await givenPasskey(house, colleague);
    const waiting = portal(house.baseUrl);
    await waiting.post('/session', { userName: colleague.email, password: colleague.password });
    expect((await waiting.get('/session/second-step')).status).toBe(200);
    await jan.desk.delete(`/accounts/${(await extra()).id}/sessions`);
    expect((await waiting.get('/session/second-step')).error.code).toBe('sign-in-over');
  });

  it('is not theirs to do for a client they do not look after, and is noted only where there was one', async () => {
    const stranger = await givenStaff(house);
    const { id } = await extra();
    expect((await stranger.desk.delete(`/accounts/${id}/sessions`)).error.code).toBe('not-found');
    expect(await isIn(colleague)).toBe(true);
    for (let time = 0; time < 2; time += 1) await jan.desk.delete(`/accounts/${id}/sessions`);
    const events = await eventsOf(house, colleague.email);
    expect(events.filter((event) => event === 'sessions-ended')).toHaveLength(1);
  });
});
