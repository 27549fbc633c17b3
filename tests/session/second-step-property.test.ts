import fc from 'fast-check';
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

const RUNS = 25;
const COOKIE = 'aktenpoort_sign_in';
const twilio = new TwilioStandIn();
let house: House;
let administrator: StaffMember;
let anna: PortalClient & { number: string };

beforeAll(async () => {
  house = await startStrapi(await twilio.open());
  administrator = await givenAdministrator(house);
  const client = await givenPortalClient(house, administrator);
  anna = { ...client, ...(await givenSms(client, twilio)) };
});
beforeEach(() => forgive());
afterAll(async () => {
  await house.stop();
  await twilio.close();
});

const table = (name: string) => house.strapi.db.connection(name);
/** No run counts for another: neither its codes nor its mistakes. */
const forgive = async () => {
  await table('two_factor_caps').delete();
  await table('lockout_counters').delete();
};
const take = (browser: Browser, code: string) =>
  browser.post('/session/second-step', { method: 'sms', code });
const sessions = async () => (await table('sessions').where('id', '>', 0)).length;

/** What may be wrong with a code, and how it comes to be so. */
const SPOILED: Record<string, (browser: Browser, code: string) => Promise<string> | string> = {
  expired: async (_browser, code) => {
    await table('two_factor_codes').update({ expires_at: new Date(Date.now() - 1) });
    return code;
  },
  'another one': (_browser, code) => (code === '000000' ? '000001' : '000000'),
  'cut at its end': (_browser, code) => code.slice(0, 5),
  'cut at its beginning': (_browser, code) => code.slice(1),
  'too long': (_browser, code) => `${code}0`,
  replaced: async (browser, code) => {
    await browser.post('/session/second-step/sms');
    return code === twilio.lastCode(anna.number) ? 'the very same' : code;
  },
  'of another sign-in': async (_browser, code) => {
    const other = await givenPassword(house, anna);
    const theirs = twilio.lastCode(anna.number);
    expect(other.cookies.get(COOKIE)).toBeDefined();
    return theirs === code ? 'the very same' : theirs;
  },
};

describe('a code of a sign-in under way', () => {
  it('that is expired, replaced, cut, or of another sign-in is refused, all alike, and signs nobody in', async () => {
    const answers = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(SPOILED)), async (how) => {
        await forgive();
        const browser = await givenPassword(house, anna);
        const spoil = SPOILED[how];
        if (spoil === undefined) throw new Error(how);
        const code = await spoil(browser, twilio.lastCode(anna.number));
        const before = await sessions();
        const answer = await take(browser, code);
        answers.add(JSON.stringify([answer.status, answer.json]));
        expect([how, answer.error.code]).toEqual([how, 'wrong-code']);
        expect(await sessions()).toBe(before);
      }),
      { numRuns: RUNS },
    );
    expect(answers.size).toBe(1);
  });

  it('opens one session, however many give it at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), async (count) => {
        await forgive();
        const browser = await givenPassword(house, anna);
        const token = browser.cookies.get(COOKIE) ?? '';
        const code = twilio.lastCode(anna.number);
        const before = await sessions();
        const same = Array.from({ length: count }, () => {
          const copy = portal(house.baseUrl);
          copy.cookies.set(COOKIE, token);
          return take(copy, code);
        });
        const answers = await Promise.all(same);
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
        expect(await sessions()).toBe(before + 1);
      }),
      { numRuns: 6 },
    );
  });
});

describe('the token of a sign-in under way', () => {
  const spoil = async (how: string, browser: Browser): Promise<string> => {
    const token = browser.cookies.get(COOKIE) ?? '';
    if (how === 'expired') await table('sign_ins').update({ ends_at: new Date(Date.now() - 1) });
    if (how === 'used') signedInAnswer(await take(browser, twilio.lastCode(anna.number)));
    if (how === 'cut') return token.slice(0, 42);
    if (how === 'made up') return 'A'.repeat(43);
    if (how === 'of a session') return anna.portal.cookies.get('aktenpoort_session') ?? '';
    return token;
  };

  it('that is expired, used, cut, made up or of another purpose opens nothing, all alike', async () => {
    const answers = new Set<string>();
    const hows = ['expired', 'used', 'cut', 'made up', 'of a session'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...hows), async (how) => {
        await forgive();
        const browser = await givenPassword(house, anna);
        const code = twilio.lastCode(anna.number);
        const token = await spoil(how, browser);
        const other = portal(house.baseUrl);
        other.cookies.set(COOKIE, token);
        const answer = await take(other, code);
        answers.add(JSON.stringify([answer.status, answer.json]));
        expect([how, answer.error.code]).toEqual([how, 'sign-in-over']);
      }),
      { numRuns: RUNS },
    );
    expect(answers.size).toBe(1);
  });

  it('is no session, and a session’s token begins no second step', async () => {
    const browser = await givenPassword(house, anna);
    const other = portal(house.baseUrl);
    other.cookies.set('aktenpoort_session', browser.cookies.get(COOKIE) ?? '');
    expect((await other.get('/dossiers')).error.code).toBe('not-signed-in');
  });

  it('opens nothing while the account is blocked, and ends when it gets another password (R10)', async () => {
    const bert = await givenPortalClient(house, administrator);
    const { number } = await givenSms(bert, twilio);
    await house.inbox.next(bert.email);
    const browser = await givenPassword(house, bert);
    const account = table('up_users').where({ email: bert.email });
    await account.clone().update({ blocked: true });
    expect((await take(browser, twilio.lastCode(number))).error.code).toBe('sign-in-over');
    await account.clone().update({ blocked: false });
    expect((await browser.get('/session/second-step')).status).toBe(200);
    await browser.post('/password-reset', { email: bert.email });
    const token = tokenIn(await house.inbox.next(bert.email));
    await browser.post('/password', { token, password: 'een heel andere lange zin' });
    expect((await take(browser, twilio.lastCode(number))).error.code).toBe('sign-in-over');
  });
});

describe('a hundred codes at once', () => {
  it('are five that are judged', async () => {
    const browser = await givenPassword(house, anna);
    const wrong = twilio.lastCode(anna.number) === '000000' ? '000001' : '000000';
    const answers = await Promise.all(Array.from({ length: 100 }, () => take(browser, wrong)));
    const codes = answers.map(({ error }) => error.code);
    expect(codes.filter((code) => code === 'wrong-code')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sign-in-over')).toHaveLength(95);
    const right = await take(browser, twilio.lastCode(anna.number));
    expect(right.error.code).toBe('sign-in-over');
  });
});
