import {
  givenAdministrator,
  givenPassword,
  givenPortalClient,
  givenSettings,
  givenSms,
  newNumber,
  signedInAnswer,
  startStrapi,
  TwilioStandIn,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';

const twilio = new TwilioStandIn();
let house: House;
let administrator: StaffMember;

beforeAll(async () => {
  house = await startStrapi(await twilio.open());
  administrator = await givenAdministrator(house);
});
beforeEach(() => house.strapi.db.connection('two_factor_caps').delete());
afterEach(async () => {
  twilio.mood = 'takes';
  await givenSettings(house, { smsCountries: ['NL', 'DE', 'BE'], secondStep: 'optional' });
});
afterAll(async () => {
  await house.stop();
  await twilio.close();
});

const confirm = (who: PortalClient) => who.portal.post('/account/confirmation', { password: who.password });
const begin = (who: PortalClient, number: string) => who.portal.post('/account/second-step/sms', { number });

describe('a second step that the firm makes compulsory (R24)', () => {
  it('lets who has none set one up, do nothing else, and be signed in by it', async () => {
    const bert = await givenPortalClient(house, administrator);
    await givenSettings(house, { secondStep: 'compulsory' });
    const browser = await givenPassword(house, bert, false);
    expect((await browser.get('/session/second-step')).json).toEqual({ state: 'second-step-missing' });
    expect((await browser.get('/dossiers')).status).toBe(401);
    expect((await browser.post('/account/recovery-code')).status).toBe(401);
    const number = newNumber();
    const begun = (await browser.post('/account/second-step/sms', { number })).json as { id: string };
    const given = { id: begun.id, code: twilio.lastCode(number) };
    const answer = signedInAnswer(await browser.post('/account/second-step/sms/confirmation', given));
    expect(answer.recoveryCode).not.toBeNull();
    expect((await browser.get('/dossiers')).status).toBe(200);
    const again = await givenPassword(house, bert, false);
    expect((await again.get('/session/second-step')).json).toMatchObject({ state: 'second-step' });
  });

  it('cannot be set up twice by two who know the password', async () => {
    const bert = await givenPortalClient(house, administrator);
    await givenSettings(house, { secondStep: 'compulsory' });
    const [mine, theirs] = [await givenPassword(house, bert, false), await givenPassword(house, bert, false)];
    const numbers = [newNumber(), newNumber()];
    const begun = [];
    for (const [at, browser] of [mine, theirs].entries()) {
      const number = numbers[at] ?? '';
      // The second beginning forgets the first: only who comes last can confirm.
      const { id } = (await browser.post('/account/second-step/sms', { number })).json as { id: string };
      begun.push({ id, code: twilio.lastCode(number) });
    }
    expect((await mine.post('/account/second-step/sms/confirmation', begun[0])).error.code).toBe(
      'wrong-code',
    );
    signedInAnswer(await theirs.post('/account/second-step/sms/confirmation', begun[1]));
    expect((await mine.post('/account/second-step/sms', { number: numbers[0] })).status).toBe(401);
  });

  it('keeps the last method, which is removable where it is the client’s choice', async () => {
    const bert = await givenPortalClient(house, administrator);
    const { methodId } = await givenSms(bert, twilio);
    await givenSettings(house, { secondStep: 'compulsory' });
    expect((await bert.portal.delete(`/account/second-step/${methodId}`)).error.code).toBe(
      'second-step-required',
    );
    await givenSettings(house, { secondStep: 'optional' });
    expect((await bert.portal.delete(`/account/second-step/${methodId}`)).status).toBe(204);
  });
});

const codeIn = (text: string): string => /\b\d{6}\b/.exec(text)?.[0] ?? '';

describe('codes by text message (B10)', () => {
  it('are sent to one number at most five times an hour, however many are asked for at once', async () => {
    const bert = await givenPortalClient(house, administrator);
    await givenSms(bert, twilio);
    await house.strapi.db.connection('two_factor_caps').delete();
    const browser = await givenPassword(house, bert, false);
    const before = twilio.sent.length;
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => browser.post('/session/second-step/sms')),
    );
    const refused = answers.filter(({ status }) => status !== 200);
    expect(twilio.sent.length - before).toBe(5);
    expect(refused.map(({ error }) => error.code)).toEqual(Array(7).fill('too-many-codes'));
    // Asked for at once, they arrive in any order, and only the one that was made last is good.
    const taken = [];
    for (const { text } of twilio.sent.slice(before))
      taken.push((await browser.post('/session/second-step', { method: 'sms', code: codeIn(text) })).status);
    expect(taken.filter((status) => status === 200)).toHaveLength(1);
  });

  it('are sent for one account at most eight times an hour, whatever the numbers', async () => {
    const bert = await givenPortalClient(house, administrator);
    await confirm(bert);
    const codes = [];
    for (let time = 0; time < 9; time += 1) codes.push((await begin(bert, newNumber())).status);
    expect(codes).toEqual([...Array<number>(8).fill(200), 429]);
  });

  it('are sent for one network at most twenty times an hour, whoever asks', async () => {
    const askers = await Promise.all([1, 2, 3].map(() => givenPortalClient(house, administrator)));
    const codes: number[] = [];
    for (const asker of askers) {
      await confirm(asker);
      for (let time = 0; time < 7; time += 1) codes.push((await begin(asker, newNumber())).status);
    }
    expect(codes).toEqual([...Array<number>(20).fill(200), 429]);
  });

  it.each(['refuses', 'fails', 'hangs'] as const)(
    'that cannot be sent because Twilio %s say so, and leave the recovery code',
    async (mood) => {
      const bert = await givenPortalClient(house, administrator);
      const { recoveryCode } = await givenSms(bert, twilio);
      const browser = await givenPassword(house, bert, false);
      twilio.mood = mood;
      const before = twilio.sent.length;
      const answer = await browser.post('/session/second-step/sms');
      expect([answer.status, answer.error.code]).toEqual([503, 'sms-unavailable']);
      expect(twilio.sent.length - before).toBe(1);
      const proof = { method: 'recovery', code: recoveryCode };
      signedInAnswer(await browser.post('/session/second-step', proof));
    },
  );

  it('that Twilio refused count for nobody', async () => {
    const bert = await givenPortalClient(house, administrator);
    await givenSms(bert, twilio);
    const browser = await givenPassword(house, bert, false);
    twilio.mood = 'refuses';
    for (let time = 0; time < 6; time += 1) await browser.post('/session/second-step/sms');
    twilio.mood = 'takes';
    expect((await browser.post('/session/second-step/sms')).status).toBe(200);
  });
});
