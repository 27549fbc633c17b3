import { sessionViewSchema } from '../../src/contract/account';
import { pendingSignInSchema, signInAnswerSchema } from '../../src/contract/second-step';
import {
  givenAdministrator,
  givenPassword,
  givenPortalClient,
  givenSms,
  portal,
  signedInAnswer,
  startStrapi,
  tokenIn,
  TwilioStandIn,
  type Browser,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';

const twilio = new TwilioStandIn();
let house: House;
let administrator: StaffMember;
let anna: PortalClient;
let number: string;

beforeAll(async () => {
  house = await startStrapi(await twilio.open());
  administrator = await givenAdministrator(house);
  anna = await givenPortalClient(house, administrator, { name: 'Anna de Vries' });
  ({ number } = await givenSms(anna, twilio));
});
beforeEach(async () => {
  // Anna signs in more often than anybody should: no test counts codes for another.
  await house.strapi.db.connection('two_factor_caps').delete();
  await house.strapi.db.connection('lockout_counters').delete();
});
afterAll(async () => {
  await house.stop();
  await twilio.close();
});

const take = (browser: Browser, code: string) =>
  browser.post('/session/second-step', { method: 'sms', code });
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');
const SESSION = 'aktenpoort_session';
const SIGN_IN = 'aktenpoort_sign_in';

describe('signing in with a second step (R24)', () => {
  it('asks for the second step after the password, and gives no session before it', async () => {
    const browser = portal(house.baseUrl);
    const answer = await browser.post('/session', { userName: anna.email, password: anna.password });
    expect(answer.as(signInAnswerSchema)).toEqual({
      state: 'second-step',
      methods: ['sms', 'recovery'],
      sentTo: null,
    });
    expect([browser.cookies.has(SESSION), browser.cookies.has(SIGN_IN)]).toEqual([false, true]);
    expect((await browser.get('/session')).json).toEqual({ account: null, endsIn: null });
    expect((await browser.get('/dossiers')).error.code).toBe('not-signed-in');
  });

  it('lets the client in with the code from the phone, and ends what waited for it', async () => {
    const browser = await givenPassword(house, anna);
    const answer = signedInAnswer(await take(browser, twilio.lastCode(number)));
    expect(answer).toMatchObject({ account: { name: 'Anna de Vries' }, recoveryCode: null });
    expect((await browser.get('/session')).as(sessionViewSchema).account?.email).toBe(anna.email);
    expect([browser.cookies.has(SESSION), browser.cookies.has(SIGN_IN)]).toEqual([true, false]);
  });

  it('gives the token of the second step to no script and to no other site', async () => {
    const answer = await portal(house.baseUrl).post('/session', {
      userName: anna.email,
      password: anna.password,
    });
    const lines = answer.headers.getSetCookie().filter((line) => line.startsWith(SIGN_IN));
    expect(lines).toEqual([
      expect.stringMatching(/^aktenpoort_sign_in=[\w-]{43}; path=\/; samesite=strict; httponly/i),
    ]);
  });

  it('tells after a reload where the sign-in stands', async () => {
    const browser = await givenPassword(house, anna);
    expect((await browser.get('/session/second-step')).as(pendingSignInSchema)).toMatchObject({
      state: 'second-step',
      sentTo: `•••• ${number.slice(-3)}`,
    });
  });

  it('takes a code typed with a space', async () => {
    const browser = await givenPassword(house, anna);
    const code = twilio.lastCode(number);
    signedInAnswer(await take(browser, ` ${code.slice(0, 3)} ${code.slice(3)} `));
  });

  it('refuses a wrong code, and takes the right one after it', async () => {
    const browser = await givenPassword(house, anna);
    const code = twilio.lastCode(number);
    expect((await take(browser, wrongFor(code))).error.code).toBe('wrong-code');
    signedInAnswer(await take(browser, code));
  });

  it('is over after five wrong codes, and asks for the password again', async () => {
    const browser = await givenPassword(house, anna);
    const code = twilio.lastCode(number);
    for (let time = 0; time < 5; time += 1) {
      if (time === 3) await browser.post('/session/second-step/sms');
      expect((await take(browser, wrongFor(twilio.lastCode(number)))).error.code).toBe('wrong-code');
    }
    expect((await take(browser, twilio.lastCode(number))).error.code).toBe('sign-in-over');
    expect((await take(browser, code)).error.code).toBe('sign-in-over');
  });

  it('is not passed by a reset of the password (R10)', async () => {
    const bert = await givenPortalClient(house, administrator);
    const phone = await givenSms(bert, twilio);
    await house.inbox.next(bert.email);
    const browser = portal(house.baseUrl);
    await browser.post('/password-reset', { email: bert.email });
    const token = tokenIn(await house.inbox.next(bert.email));
    const password = 'een heel andere lange zin';
    expect((await browser.post('/password', { token, password })).status).toBe(204);
    expect(browser.cookies.size).toBe(0);
    const again = await givenPassword(house, { ...bert, password });
    expect((await again.get('/dossiers')).status).toBe(401);
    signedInAnswer(await take(again, twilio.lastCode(phone.number)));
  });
});
