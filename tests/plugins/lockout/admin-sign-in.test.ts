import { z } from 'zod';
import {
  browser,
  givenAdministrator,
  givenStaff,
  startStrapi,
  type House,
  type StaffMember,
} from '../../support';
import { panelOf } from '../admin-panel';

let house: House;
let administrator: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  administrator = await givenAdministrator(house);
});
afterAll(() => house.stop());

const signIn = (email: string, password: string) =>
  browser(house.baseUrl, '/admin').post('/login', { email, password });

const failThreeTimes = async (email: string) => {
  for (let time = 0; time < 3; time += 1) await signIn(email, 'Not the right one 1');
};

const locks = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      failures: z.number(),
      lockedAt: z.coerce.date(),
      lockedUntil: z.coerce.date(),
    }),
  ),
});

describe('signing in to the admin panel', () => {
  it('is locked after three wrong passwords, for the right one too', async () => {
    const jan = await givenStaff(house);
    await failThreeTimes(jan.email);
    const answer = await signIn(jan.email, jan.password);
    expect(answer.status).toBe(400);
    expect(answer.error.message).toMatch(/Too many wrong passwords/);
  });

  it('is not fooled by capitals', async () => {
    const jan = await givenStaff(house);
    await failThreeTimes(jan.email.toUpperCase());
    expect((await signIn(jan.email, jan.password)).error.message).toMatch(/Too many wrong passwords/);
  });

  it('stays open for who is right at the third attempt', async () => {
    const jan = await givenStaff(house);
    await signIn(jan.email, 'Not the right one 1');
    await signIn(jan.email, 'Not the right one 2');
    expect((await signIn(jan.email, jan.password)).status).toBe(200);
  });

  it('locks an unknown address like a known one', async () => {
    const jan = await givenStaff(house);
    await failThreeTimes(jan.email);
    await failThreeTimes('nobody@kantoor.example');
    const known = await signIn(jan.email, 'Not the right one 1');
    const unknown = await signIn('nobody@kantoor.example', 'Not the right one 1');
    expect([unknown.status, unknown.json]).toEqual([known.status, known.json]);
  });

  it('is locked for a quarter of an hour the first time', async () => {
    const jan = await givenStaff(house);
    await failThreeTimes(jan.email);
    const panel = await panelOf(house, administrator);
    const lock = (await panel.get('/lockout/locked')).as(locks).data.find(({ label }) => label === jan.email);
    expect(Number(lock?.lockedUntil) - Number(lock?.lockedAt)).toBe(15 * 60_000);
    await house.strapi.db
      .connection('lockout_counters')
      .where({ document_id: lock?.id })
      .update({ locked_until: new Date(Date.now() - 1) });
    expect((await signIn(jan.email, jan.password)).status).toBe(200);
  });

  it('is unlocked from the home page', async () => {
    const jan = await givenStaff(house);
    await failThreeTimes(jan.email);
    const panel = await panelOf(house, administrator);
    const lock = (await panel.get('/lockout/locked')).as(locks).data.find(({ label }) => label === jan.email);
    expect(lock?.failures).toBe(3);
    expect((await panel.post(`/lockout/locked/${lock?.id}/unlock`)).status).toBe(204);
    expect((await panel.post(`/lockout/locked/${lock?.id}/unlock`)).status).toBe(404);
    expect((await signIn(jan.email, jan.password)).status).toBe(200);
  });
});

describe('the list of locks', () => {
  it('is closed to strangers', async () => {
    const stranger = browser(house.baseUrl, '');
    expect((await stranger.get('/lockout/locked')).status).toBe(401);
    expect((await stranger.post('/lockout/locked/some-id/unlock')).status).toBe(401);
  });

  it('is closed to staff without the right to unlock', async () => {
    const jan = await panelOf(house, await givenStaff(house));
    expect((await jan.get('/lockout/locked')).status).toBe(403);
    expect((await jan.post('/lockout/locked/some-id/unlock')).status).toBe(403);
  });

  it('is in no API that Strapi makes by itself', async () => {
    const stranger = browser(house.baseUrl, '');
    expect((await stranger.get('/api/counters')).status).toBe(404);
    expect((await stranger.get('/api/lockout/counters')).status).toBe(404);
  });
});
