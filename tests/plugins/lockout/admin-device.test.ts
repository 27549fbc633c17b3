import { z } from 'zod';
import {
  browser,
  givenAdministrator,
  givenStaff,
  nextNumber,
  startStrapi,
  type Browser,
  type House,
} from '../../support';

let house: House;

beforeAll(async () => {
  // Each browser below has an address of its own: Strapi's limit of five by address and minute is not what is tested.
  house = await startStrapi({ TRUSTED_PROXIES: '127.0.0.1' });
  await givenAdministrator(house);
});
afterAll(() => house.stop());

const NAME = 'lockout_device';
const WRONG = 'Not the right one 1';

const somebody = (): Browser =>
  browser(house.baseUrl, '/admin', { 'x-forwarded-for': `2001:db8::${nextNumber().toString(16)}` });
const signIn = (who: Browser, email: string, password: string) => who.post('/login', { email, password });
const lockedOut = async (email: string): Promise<void> => {
  for (let time = 0; time < 3; time += 1) await signIn(somebody(), email, WRONG);
};
const signedIn = async (email: string, password: string): Promise<Browser> => {
  const own = somebody();
  expect((await signIn(own, email, password)).status).toBe(200);
  return own;
};
const givenJan = () => givenStaff(house);

describe('a stranger who locks the address of a member of staff', () => {
  it('keeps out every browser but the one in which they have signed in', async () => {
    const jan = await givenJan();
    const own = await signedIn(jan.email, jan.password);
    await lockedOut(jan.email);
    expect((await signIn(somebody(), jan.email, jan.password)).error.message).toMatch(/locked/);
    expect((await signIn(own, jan.email, jan.password)).status).toBe(200);
  });

  it('stays locked out when the member of staff has signed in', async () => {
    const jan = await givenJan();
    const own = await signedIn(jan.email, jan.password);
    await lockedOut(jan.email);
    await signIn(own, jan.email, jan.password);
    expect((await signIn(somebody(), jan.email, jan.password)).error.message).toMatch(/locked/);
  });
});

describe('the cookie of a known device at the admin panel', () => {
  it('is for no script, no other site and no other path, and is set only by who is right', async () => {
    const jan = await givenJan();
    const wrong = await signIn(somebody(), jan.email, WRONG);
    const right = await signIn(somebody(), jan.email, jan.password);
    const own = (lines: string[]) => lines.filter((line) => line.startsWith(`${NAME}=`));
    expect(own(wrong.headers.getSetCookie())).toEqual([]);
    expect(own(right.headers.getSetCookie())).toEqual([
      expect.stringMatching(/; path=\/admin; expires=.*; samesite=strict; httponly/i),
    ]);
  });

  it('is as none when it is forged, cut or of another account', async () => {
    const [jan, piet] = [await givenJan(), await givenJan()];
    const value = (await signedIn(jan.email, jan.password)).cookies.get(NAME) ?? '';
    const foreign = (await signedIn(piet.email, piet.password)).cookies.get(NAME) ?? '';
    await house.strapi.db.connection('lockout_counters').delete();
    for (let time = 0; time < 3; time += 1) {
      const forged = somebody();
      forged.cookies.set(NAME, [foreign, value.slice(0, -1), `${value}x`][time] ?? '');
      await signIn(forged, jan.email, WRONG);
    }
    const counted: unknown = await house.strapi.db
      .connection('lockout_counters')
      .select('subject', 'failures');
    expect(counted).toMatchObject([{ subject: `admin:${jan.email}`, failures: 3 }]);
  });

  it('does not save a device that fails too often itself', async () => {
    const jan = await givenJan();
    const own = await signedIn(jan.email, jan.password);
    for (let time = 0; time < 3; time += 1) await signIn(own, jan.email, WRONG);
    expect((await signIn(own, jan.email, jan.password)).error.message).toMatch(/locked/);
    expect((await signIn(somebody(), jan.email, jan.password)).status).toBe(200);
  });
});

describe('the other doors of the admin panel', () => {
  it('begin nothing for who is locked out and guesses a token', async () => {
    const jan = await givenJan();
    await lockedOut(jan.email);
    const guesses = [
      await somebody().post('/reset-password', {
        resetPasswordToken: 'x'.repeat(40),
        password: jan.password,
      }),
      await somebody().post('/register', {
        registrationToken: 'x'.repeat(40),
        userInfo: { firstname: 'Jan', lastname: 'J', password: jan.password },
      }),
      await somebody().post('/register-admin', {
        email: jan.email,
        firstname: 'Jan',
        lastname: 'J',
        password: jan.password,
      }),
    ];
    expect(guesses.map(({ status }) => status)).toEqual([400, 400, 400]);
    expect((await somebody().post('/forgot-password', { email: jan.email })).status).toBe(204);
    expect((await signIn(somebody(), jan.email, jan.password)).error.message).toMatch(/locked/);
  });

  it('open no lock: after a reset by mail the stranger is still locked out, and the old device is unknown', async () => {
    const jan = await givenJan();
    const own = await signedIn(jan.email, jan.password);
    await lockedOut(jan.email);
    await somebody().post('/forgot-password', { email: jan.email });
    const code = /code=([\w-]+)/.exec((await house.inbox.next(jan.email)).text)?.[1];
    const password = 'Een-ander-wachtwoord-2';
    const reset = await somebody().post('/reset-password', { resetPasswordToken: code, password });
    expect(reset.status).toBe(200);
    expect((await signIn(somebody(), jan.email, password)).error.message).toMatch(/locked/);
    expect((await signIn(own, jan.email, password)).error.message).toMatch(/locked/);
  });

  it('count the old password where it is asked for to choose another', async () => {
    const jan = await givenJan();
    const change = async (currentPassword: string) =>
      (await jan.admin.put('/users/me', { currentPassword, password: 'Een-ander-wachtwoord-2' })).status;
    const statuses = [];
    for (const password of [WRONG, WRONG, WRONG, jan.password]) statuses.push(await change(password));
    expect(statuses).toEqual([400, 400, 400, 400]);
    expect(z.number().parse((await jan.desk.get('/clients')).status)).toBe(200);
  });
});
