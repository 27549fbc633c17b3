import { requireConfirmed } from '../../src/access/confirmed';
import type { Account } from '../../src/access/client';
import {
  type Browser,
  givenAdministrator,
  givenPortalClient,
  portal,
  startStrapi,
  type House,
  type PortalClient,
} from '../support';
import { sessionRow } from './rows';

let house: House;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
});
beforeEach(async () => {
  anna = await givenPortalClient(house, await givenAdministrator(house));
});
afterAll(() => house.stop());

const confirm = (browser: Browser, password: string) => browser.post('/account/confirmation', { password });
const confirmedAt = async (browser: Browser): Promise<unknown> =>
  ((await sessionRow(house, browser).first()) as { confirmed_at: unknown }).confirmed_at;

describe('proving again who is there', () => {
  it('takes the password, in this session alone', async () => {
    const other = portal(house.baseUrl);
    await other.post('/session', { userName: anna.email, password: anna.password });
    expect(await confirmedAt(anna.portal)).toBeNull();
    expect((await confirm(anna.portal, anna.password)).status).toBe(200);
    expect(await confirmedAt(anna.portal)).not.toBeNull();
    expect(await confirmedAt(other)).toBeNull();
  });

  it('gives the session another token, and the one before it opens nothing (ASVS 7.2.4)', async () => {
    const before = anna.portal.cookies.get('aktenpoort_session') ?? '';
    await confirm(anna.portal, anna.password);
    expect(anna.portal.cookies.get('aktenpoort_session')).not.toBe(before);
    expect((await anna.portal.get('/dossiers')).status).toBe(200);
    const thief = portal(house.baseUrl);
    thief.cookies.set('aktenpoort_session', before);
    expect((await thief.get('/dossiers')).status).toBe(401);
  });

  it('does not take a wrong one, nor a stranger’s word', async () => {
    const wrong = await confirm(anna.portal, 'not the right one');
    expect([wrong.status, wrong.error.code]).toEqual([422, 'wrong-password']);
    expect(await confirmedAt(anna.portal)).toBeNull();
    expect((await confirm(portal(house.baseUrl), anna.password)).status).toBe(401);
  });

  it('locks this browser out after three wrong ones, from signing in too', async () => {
    for (let n = 0; n < 3; n += 1) await confirm(anna.portal, 'not the right one');
    expect((await confirm(anna.portal, anna.password)).error.code).toBe('account-locked');
    const signIn = await anna.portal.post('/session', {
      userName: anna.email,
      password: anna.password,
    });
    expect(signIn.error.code).toBe('account-locked');
  });

  it('counts for ten minutes', () => {
    const at = new Date('2026-11-21T10:00:00Z');
    const account = { confirmedAt: at } as Account;
    const after = (minutes: number) => () =>
      requireConfirmed(account, new Date(at.getTime() + minutes * 60_000));
    expect(after(9.9)).not.toThrow();
    expect(after(10)).toThrow(expect.objectContaining({ code: 'confirmation-needed' }) as Error);
    expect(() => requireConfirmed({ ...account, confirmedAt: null })).toThrow(
      expect.objectContaining({ code: 'confirmation-needed' }) as Error,
    );
  });
});
