import { deskClientSchema, type DeskClient } from '../../src/contract/client';
import {
  givenClient,
  givenPortalClient,
  givenStaff,
  portal,
  startStrapi,
  tokenIn,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { eventsOf } from '../session/rows';

let house: House;
let jan: StaffMember;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
  jan = await givenStaff(house);
});
beforeEach(async () => {
  anna = await givenPortalClient(house, jan);
});
afterAll(() => house.stop());

const setBlocked = (by: StaffMember, { id }: Pick<DeskClient, 'id'>, blocked: boolean) =>
  by.desk.put(`/clients/${id}/blocking`, { blocked });
const signIn = async ({ email, password }: PortalClient) =>
  (await portal(house.baseUrl).post('/session', { userName: email, password })).status;

describe('B14: blocking a client', () => {
  it('ends their sessions at the next request, and lets nobody in', async () => {
    const answer = await setBlocked(jan, anna.client, true);
    expect(answer.as(deskClientSchema)).toMatchObject({
      accountState: 'blocked',
      abilities: { block: false, unblock: true },
    });
    expect((await anna.portal.get('/dossiers')).status).toBe(401);
    expect(await signIn(anna)).toBe(401);
    expect(await eventsOf(house, anna.email)).toContain('blocked');
  });

  it('leaves ended sessions ended when they are let in again', async () => {
    await setBlocked(jan, anna.client, true);
    const answer = await setBlocked(jan, anna.client, false);
    expect(answer.as(deskClientSchema)).toMatchObject({
      accountState: 'active',
      abilities: { block: true, unblock: false },
    });
    expect((await anna.portal.get('/dossiers')).status).toBe(401);
    expect(await signIn(anna)).toBe(200);
    expect(await eventsOf(house, anna.email)).toContain('unblocked');
  });

  it('ends mailed links, also for when they are let in again', async () => {
    const somebody = portal(house.baseUrl);
    await somebody.post('/password-reset', { email: anna.email });
    const token = tokenIn(await house.inbox.next(anna.email));
    await setBlocked(jan, anna.client, true);
    await setBlocked(jan, anna.client, false);
    const answer = await somebody.post('/password', { token, password: 'een heel nieuwe zin hier' });
    expect(answer.error.code).toBe('link-invalid');
  });

  it('writes no mail, and is noted once however often it is asked', async () => {
    house.inbox.empty();
    await setBlocked(jan, anna.client, true);
    await setBlocked(jan, anna.client, true);
    const events = await eventsOf(house, anna.email);
    expect(events.filter((event) => event === 'blocked')).toHaveLength(1);
    expect(house.inbox.waiting(anna.email)).toEqual([]);
  });

  it('is not possible for staff who do not look after them, nor before there is an account', async () => {
    const stranger = await givenStaff(house);
    expect((await setBlocked(stranger, anna.client, true)).error.code).toBe('not-found');
    expect((await anna.portal.get('/dossiers')).status).toBe(200);
    const fresh = await givenClient(jan);
    expect(fresh.abilities).toMatchObject({ block: false, unblock: false });
    expect((await setBlocked(jan, fresh, true)).error.code).toBe('not-invited');
  });
});
