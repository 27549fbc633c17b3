import { checkedNumberSchema, secondStepViewSchema } from '../../src/contract/second-step';
import {
  givenAdministrator,
  givenPortalClient,
  givenSettings,
  givenSms,
  newNumber,
  portal,
  startStrapi,
  TwilioStandIn,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';

const twilio = new TwilioStandIn();
let house: House;
let administrator: StaffMember;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi(await twilio.open());
  administrator = await givenAdministrator(house);
  anna = await givenPortalClient(house, administrator);
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
const check = (number: string) => anna.portal.post('/account/second-step/sms/number', { number });
const begin = (who: PortalClient, number: string) => who.portal.post('/account/second-step/sms', { number });
const views = async (who: PortalClient) =>
  (await who.portal.get('/account/second-step')).as(secondStepViewSchema);

describe('a phone number (R24)', () => {
  it.each([
    ['06 12345678', '31612345678'],
    ['06-12 34 56 78', '31612345678'],
    ['0031612345678', '31612345678'],
    ['+31 (0)6 12345678', '31612345678'],
    ['31612345678', '31612345678'],
    ['612345678', '31612345678'],
    ['+49 151 12345678', '4915112345678'],
    ['4915112345678', '4915112345678'],
    ['0032470123456', '32470123456'],
  ])('typed as %s is %s', async (typed, number) => {
    expect((await check(typed)).as(checkedNumberSchema).number).toBe(number);
  });

  it.each([
    ['020 1234567', 'a landline'],
    ['0900 1234', 'a number that costs'],
    ['06 1234567', 'one digit short'],
    ['06 12345678 ext. 5', 'an extension'],
    ['my phone', 'no number'],
  ])('%s is refused: %s', async (typed) => {
    expect((await check(typed)).error.code).toBe('phone-invalid');
  });

  it('of a country that the firm has not chosen is refused, and taken when it has (B10)', async () => {
    expect((await check('+33 6 12 34 56 78')).error.code).toBe('phone-country');
    await givenSettings(house, { smsCountries: ['FR'] });
    expect((await check('06 12 34 56 78')).as(checkedNumberSchema).number).toBe('33612345678');
    expect((await check('31612345678')).error.code).toBe('phone-country');
  });

  it('is offered nowhere where the firm sends to no country (B10)', async () => {
    expect((await views(anna)).offered).toContain('sms');
    await givenSettings(house, { smsCountries: [] });
    expect((await views(anna)).offered).not.toContain('sms');
    await confirm(anna);
    expect((await begin(anna, '31612345678')).error.code).toBe('phone-country');
  });
});

describe('setting up text messages (R24)', () => {
  it('asks for the password again first', async () => {
    const bert = await givenPortalClient(house, administrator);
    expect((await begin(bert, newNumber())).error.code).toBe('confirmation-needed');
    expect((await bert.portal.delete(`/account/second-step/${'a'.repeat(24)}`)).error.code).toBe(
      'confirmation-needed',
    );
    expect((await bert.portal.post('/account/recovery-code')).error.code).toBe('confirmation-needed');
  });

  it('counts from the right code on, gives a recovery code, and tells the client by mail', async () => {
    const bert = await givenPortalClient(house, administrator);
    const { number, recoveryCode } = await givenSms(bert, twilio);
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    const view = await views(bert);
    expect(view.methods).toMatchObject([{ kind: 'sms', label: `•••• ${number.slice(-3)}` }]);
    expect(view.recoveryCodeMadeAt).not.toBeNull();
    expect((await house.inbox.next(bert.email)).subject).toContain('second step');
    const events = await house.strapi.db
      .connection('security_events')
      .where({ label: bert.email })
      .orderBy('id')
      .select('event', 'detail');
    expect(events).toEqual(
      expect.arrayContaining([
        { event: 'second-step-added', detail: 'sms' },
        { event: 'recovery-code-made', detail: null },
      ]),
    );
  });

  it('does not count before the code was given, nor with a code for another number', async () => {
    const bert = await givenPortalClient(house, administrator);
    await confirm(bert);
    const [mine, other] = [newNumber(), newNumber()];
    const first = (await begin(bert, mine)).json as { id: string };
    const code = twilio.lastCode(mine);
    const second = (await begin(bert, other)).json as { id: string };
    const give = (id: string, given: string) =>
      bert.portal.post('/account/second-step/sms/confirmation', { id, code: given });
    if (code !== twilio.lastCode(other)) expect((await give(second.id, code)).error.code).toBe('wrong-code');
    expect((await give(first.id, code)).error.code).toBe('wrong-code');
    expect((await views(bert)).methods).toEqual([]);
    expect((await portalOf(bert)).state).toBe('signed-in');
  });

  it('is nobody else’s to finish', async () => {
    const [bert, carla] = [
      await givenPortalClient(house, administrator),
      await givenPortalClient(house, administrator),
    ];
    await confirm(bert);
    const number = newNumber();
    const { id } = (await begin(bert, number)).json as { id: string };
    const code = twilio.lastCode(number);
    const answer = await carla.portal.post('/account/second-step/sms/confirmation', { id, code });
    expect(answer.error.code).toBe('wrong-code');
    expect((await views(carla)).methods).toEqual([]);
  });

  it('puts a new number in the place of the old one, and removing it ends the second step', async () => {
    const bert = await givenPortalClient(house, administrator);
    const first = await givenSms(bert, twilio);
    const second = await givenSms(bert, twilio);
    expect(second.recoveryCode).toBe('');
    expect((await views(bert)).methods.map(({ id }) => id)).toEqual([second.methodId]);
    expect(first.methodId).not.toBe(second.methodId);
    expect((await bert.portal.delete(`/account/second-step/${second.methodId}`)).status).toBe(204);
    expect(await views(bert)).toMatchObject({ methods: [], recoveryCodeMadeAt: null });
    expect((await portalOf(bert)).state).toBe('signed-in');
  });
});

const portalOf = async ({ email, password }: PortalClient) => {
  const answer = await portal(house.baseUrl).post('/session', { userName: email, password });
  return answer.json as { state: string };
};
