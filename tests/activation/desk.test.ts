import { deskClientListSchema, deskClientSchema, type DeskClient } from '../../src/contract/client';
import type { FirmSettingsChange } from '../../src/contract/firm-settings';
import {
  givenAdministrator,
  givenClient,
  givenPortalClient,
  givenSettings,
  portal,
  startStrapi,
  tokenIn,
  CLIENT_PASSWORD,
  type House,
  type StaffMember,
} from '../support';
import { activate, codeFor, freshName, givenInvited, writtenLetter } from './people';

let house: House;
let staff: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  staff = await givenAdministrator(house);
});
afterAll(() => house.stop());
beforeEach(() => givenSettings(house, { activationWay: 'mail', userNames: 'email' }));

const shown = async ({ id }: DeskClient) => (await staff.desk.get(`/clients/${id}`)).as(deskClientSchema);
const invite = ({ id }: DeskClient, wish?: object) => staff.desk.post(`/clients/${id}/invitation`, wish);
const revoke = ({ id }: DeskClient) => staff.desk.delete(`/clients/${id}/invitation`);
const events = (event: string, client: DeskClient) =>
  house.strapi.db
    .connection('security_events')
    .join('clients', 'clients.id', 'security_events.client_id')
    .where({ event, 'clients.number': client.number })
    .select('actor', 'actor_name', 'security_events.detail');

describe('an invitation taken back', () => {
  it('ends its link, and a new one can be sent', async () => {
    const { client } = await givenInvited(house, staff);
    await portal(house.baseUrl).post('/activation', { email: client.email });
    const token = tokenIn(await house.inbox.next(client.email));
    expect((await revoke(client)).as(deskClientSchema).accountState).toBe('none');
    const answer = await portal(house.baseUrl).post('/activation/link', { token, password: CLIENT_PASSWORD });
    expect(answer.error.code).toBe('link-invalid');
    await portal(house.baseUrl).post('/activation', { email: client.email });
    // They are answered in their order: when this one's mail is there, the other's turn is over.
    const next = await givenInvited(house, staff);
    await portal(house.baseUrl).post('/activation', { email: next.client.email });
    await house.inbox.next(next.client.email);
    expect(house.inbox.waiting(client.email)).toEqual([]);
    expect((await invite(client)).as(deskClientSchema).accountState).toBe('invited');
    expect(await events('invitation-revoked', client)).toEqual([
      { actor: 'staff', actor_name: staff.name, detail: null },
    ]);
  });

  it('ends its code', async () => {
    await givenSettings(house, { activationWay: 'code' });
    const invited = await givenInvited(house, staff);
    const code = await codeFor(staff, invited);
    await revoke(invited.client);
    expect((await activate(house, code, { userName: undefined })).error.code).toBe('code-invalid');
    expect((await writtenLetter(staff, invited)).error.code).toBe('not-invited');
  });

  it('is refused where there is none, or where the client uses the portal', async () => {
    const client = await givenClient(staff);
    expect((await revoke(client)).error.code).toBe('not-invited');
    const anna = await givenPortalClient(house, staff);
    expect((await revoke(anna.client)).error.code).toBe('already-active');
    expect((await anna.portal.get('/dossiers')).status).toBe(200);
  });
});

describe('the desk', () => {
  it('shows where each client stands, and what may be done', async () => {
    const client = await givenClient(staff);
    const letter = false;
    const may = (state: DeskClient) => [state.accountState, state.abilities];
    expect(may(client)).toEqual([
      'none',
      { invite: true, giveUserName: false, revoke: false, letter, block: false, unblock: false },
    ]);
    await invite(client);
    await house.inbox.next(client.email);
    const invited = { invite: true, giveUserName: false, revoke: true, letter, block: true, unblock: false };
    expect(may(await shown(client))).toEqual(['invited', invited]);
    await portal(house.baseUrl).post('/activation', { email: client.email });
    await house.inbox.next(client.email);
    expect(may(await shown(client))).toEqual(['opened', invited]);
    await givenSettings(house, { activationWay: 'code' });
    expect((await shown(client)).abilities.letter).toBe(true);
    expect(await events('invited', client)).toEqual([
      { actor: 'staff', actor_name: staff.name, detail: 'mail' },
    ]);
  });

  it('shows an active client, a locked and a blocked one, in the list too', async () => {
    const anna = await givenPortalClient(house, staff);
    const none = {
      invite: false,
      giveUserName: false,
      revoke: false,
      letter: false,
      block: true,
      unblock: false,
    };
    const listed = async () => {
      const answer = await staff.desk.get(`/clients?query=${anna.client.number}`);
      return answer.as(deskClientListSchema).clients.find(({ id }) => id === anna.client.id);
    };
    expect(await listed()).toMatchObject({ accountState: 'active', abilities: none, userName: anna.email });
    for (let time = 0; time < 3; time += 1)
      await portal(house.baseUrl).post('/session', { userName: anna.email, password: 'not the right one' });
    expect(await listed()).toMatchObject({ accountState: 'locked', abilities: none });
    const accounts = house.strapi.db.connection('up_users').where({ email: anna.email });
    await accounts.update({ blocked: true });
    expect(await listed()).toMatchObject({
      accountState: 'blocked',
      abilities: { ...none, block: false, unblock: true },
    });
  });

  it('sends no invitation that was taken back before its turn', async () => {
    const client = await givenClient(staff);
    await Promise.all([invite(client).then(() => revoke(client))]);
    const [mail] = house.inbox.waiting(client.email);
    const left: unknown[] = await house.strapi.db.connection('notifications').where({ state: 'failed' });
    expect(left).toEqual([]);
    if (mail !== undefined) expect(mail.subject).toContain('Your access');
  });
});

describe('a user name that staff give (R6)', () => {
  const given: FirmSettingsChange = { activationWay: 'code', userNames: 'given' };

  it('is asked for at the first invitation, and is what the client signs in with', async () => {
    await givenSettings(house, given);
    const client = await givenClient(staff);
    expect(client.abilities.giveUserName).toBe(true);
    expect((await invite(client)).error).toMatchObject({ code: 'invalid-input', fields: ['userName'] });
    const name = freshName();
    const invited = (await invite(client, { userName: ` ${name.toUpperCase()} ` })).as(deskClientSchema);
    expect([invited.userName, invited.abilities.giveUserName]).toEqual([name, false]);
    await house.inbox.next(client.email);
    expect((await invite(client)).status).toBe(202);
    const code = await codeFor(staff, { client, reference: '' });
    expect((await activate(house, code, { userName: undefined })).status).toBe(200);
    const credentials = { userName: name, password: CLIENT_PASSWORD };
    expect((await portal(house.baseUrl).post('/session', credentials)).status).toBe(200);
  });

  it('is refused where it is taken, and nothing is half done', async () => {
    await givenSettings(house, given);
    const userName = freshName();
    await givenInvited(house, staff, { userName });
    const client = await givenClient(staff);
    const answer = await invite(client, { userName });
    expect([answer.status, answer.error.code]).toEqual([409, 'user-name-taken']);
    expect((await shown(client)).accountState).toBe('none');
    expect(house.inbox.waiting(client.email)).toEqual([]);
  });

  it('is free again when its invitation is taken back', async () => {
    await givenSettings(house, given);
    const userName = freshName();
    const { client } = await givenInvited(house, staff, { userName });
    await revoke(client);
    expect((await invite(await givenClient(staff), { userName })).status).toBe(202);
  });

  it.each(['email', 'chosen'] as const)('is not taken where the firm works with: %s', async (userNames) => {
    await givenSettings(house, { userNames });
    const answer = await invite(await givenClient(staff), { userName: freshName() });
    expect(answer.error).toMatchObject({ code: 'invalid-input', fields: ['userName'] });
  });

  it('that the client chooses stands in no other way of activating either (way A)', async () => {
    await givenSettings(house, { userNames: 'chosen' });
    const { client } = await givenInvited(house, staff);
    expect((await shown(client)).userName).toBeNull();
    await portal(house.baseUrl).post('/activation', { email: client.email });
    const token = tokenIn(await house.inbox.next(client.email));
    const use = (userName?: string) =>
      portal(house.baseUrl).post('/activation/link', { token, userName, password: CLIENT_PASSWORD });
    expect((await use()).error).toMatchObject({ code: 'invalid-input', fields: ['userName'] });
    const name = freshName();
    expect((await use(name)).status).toBe(200);
    expect((await shown(client)).userName).toBe(name);
  });
});
