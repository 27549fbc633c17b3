import { locking } from './locking';
import {
  browser,
  givenAdministrator,
  givenSettings,
  startStrapi,
  tokenIn,
  type Browser,
  type House,
  type StaffMember,
} from '../support';

let house: House;
let bea: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  bea = await givenAdministrator(house);
});
afterAll(() => house.stop());
afterEach(() => givenSettings(house, { wrongPasswords: 3, selfUnlock: true }));

const DEVICE = 'aktenpoort_device';
const { somebody, tryWith, tryRight, tryWrong, givenAnna, lockFor, eventsOf } = locking(
  () => house,
  () => bea,
);

const panelToken = async (): Promise<Browser> => {
  const answer = await browser(house.baseUrl, '/admin').post('/login', {
    email: bea.email,
    password: bea.password,
  });
  const { token } = (answer.json as { data: { token: string } }).data;
  return browser(house.baseUrl, '', { authorization: `Bearer ${token}` });
};

describe('R22: wrong passwords', () => {
  it.each([1, 5])('lock the account after %i, where the firm says so', async (wrongPasswords) => {
    await givenSettings(house, { wrongPasswords });
    const anna = await givenAnna();
    const codes: string[] = [];
    for (let time = 0; time <= wrongPasswords; time += 1) codes.push(await tryWrong(somebody(), anna));
    expect(codes.indexOf('account-locked')).toBe(wrongPasswords);
  });

  it('lock for a quarter of an hour, then for an hour, and in the end until somebody unlocks', async () => {
    const anna = await givenAnna();
    const counters = () =>
      house.strapi.db.connection('lockout_counters').where({ subject: `client:${anna.email}` });
    const minutes: (number | null)[] = [];
    for (let lock = 0; lock < 5; lock += 1) {
      await lockFor(somebody(), anna);
      expect(await tryRight(somebody(), anna)).toBe('account-locked');
      const row = (await counters().first()) as { locked_at: Date; locked_until: Date | null };
      const until = row.locked_until && Number(new Date(row.locked_until)) - Number(new Date(row.locked_at));
      minutes.push(until && until / 60_000);
      if (until !== null) await counters().update({ locked_until: new Date(Date.now() - 1) });
    }
    expect(minutes).toEqual([15, 60, 240, 1440, null]);
  });

  it('are noted as one lock, with from where, and with nothing that was typed', async () => {
    const anna = await givenAnna();
    await lockFor(somebody(), anna);
    await tryWrong(somebody(), anna);
    const noted = await eventsOf(anna, 'locked');
    expect(noted).toMatchObject([{ actor: 'nobody', address: '127.0.0.1', detail: 'portal' }]);
    expect(noted).toMatchObject([{ account_id: expect.any(Number), client_id: expect.any(Number) }]);
    expect(JSON.stringify(noted)).not.toContain('not the right one');
  });
});

describe('B7: a stranger who guesses', () => {
  it('does not lock out the browser in which the client has signed in', async () => {
    const anna = await givenAnna();
    await lockFor(somebody(), anna);
    expect(await tryRight(somebody(), anna)).toBe('account-locked');
    expect(await tryRight(anna.portal, anna)).toBe('signed in');
  });

  it('is still locked out when the client has signed in', async () => {
    const anna = await givenAnna();
    await lockFor(somebody(), anna);
    await tryRight(anna.portal, anna);
    expect(await tryWrong(somebody(), anna)).toBe('account-locked');
  });

  it('is not helped by a cookie that is forged, cut or of another account', async () => {
    const [anna, bert] = [await givenAnna(), await givenAnna()];
    const own = anna.portal.cookies.get(DEVICE) ?? '';
    const [device] = own.split('.');
    for (const value of [
      bert.portal.cookies.get(DEVICE) ?? '',
      own.slice(0, -1),
      `${device}.${'A'.repeat(22)}`,
    ]) {
      const stranger = somebody();
      stranger.cookies.set(DEVICE, value);
      await tryWrong(stranger, anna);
    }
    expect(await tryRight(somebody(), anna)).toBe('account-locked');
  });
});

describe('B7: a browser that the account knows', () => {
  it('holds a cookie for no script and no other site, and gets it only from a full sign-in', async () => {
    const anna = await givenAnna();
    const marks = async (password: string) =>
      (await somebody().post('/session', { userName: anna.email, password })).headers
        .getSetCookie()
        .filter((line) => line.startsWith(DEVICE));
    expect(await marks('not the right one')).toEqual([]);
    expect(await marks(anna.password)).toEqual([
      expect.stringMatching(/=[\w.-]+; path=\/api\/portal; expires=.*; samesite=strict; httponly/i),
    ]);
  });

  it('is locked itself when it fails too often, and locks nobody else', async () => {
    const anna = await givenAnna();
    await lockFor(anna.portal, anna);
    expect(await tryRight(anna.portal, anna)).toBe('account-locked');
    expect(await tryRight(somebody(), anna)).toBe('signed in');
  });

  it('opens nothing by its cookie alone', async () => {
    const anna = await givenAnna();
    const thief = somebody();
    thief.cookies.set(DEVICE, anna.portal.cookies.get(DEVICE) ?? '');
    expect((await thief.get('/dossiers')).status).toBe(401);
  });

  it('is a stranger again when the password is another', async () => {
    const anna = await givenAnna();
    await somebody().post('/password-reset', { email: anna.email });
    const token = tokenIn(await house.inbox.next(anna.email));
    const password = 'een heel andere lange zin';
    expect((await somebody().post('/password', { token, password })).status).toBe(204);
    await lockFor(somebody(), anna);
    expect(await tryWith(anna.portal, anna.email, password)).toBe('account-locked');
  });

  it('stays known where the password is changed in it, and no other browser does', async () => {
    const anna = await givenAnna();
    const other = somebody();
    await tryRight(other, anna);
    await anna.portal.post('/account/confirmation', { password: anna.password });
    const password = 'een heel andere lange zin';
    expect((await anna.portal.put('/account/password', { password })).status).toBe(204);
    await lockFor(somebody(), anna);
    expect(await tryWith(other, anna.email, password)).toBe('account-locked');
    expect(await tryWith(anna.portal, anna.email, password)).toBe('signed in');
  });
});

describe('R23: a lock', () => {
  it('is opened by staff, who stand in the security events with their name', async () => {
    const anna = await givenAnna();
    await lockFor(somebody(), anna);
    const lock = (await house.strapi.db
      .connection('lockout_counters')
      .where({ subject: `client:${anna.email}` })
      .first()) as { document_id: string };
    const panel = await panelToken();
    expect((await panel.post(`/lockout/locked/${lock.document_id}/unlock`)).status).toBe(204);
    expect(await tryRight(somebody(), anna)).toBe('signed in');
    expect(await eventsOf(anna, 'unlocked')).toMatchObject([{ actor: 'staff', actor_name: 'Bea Beheer' }]);
  });
});
