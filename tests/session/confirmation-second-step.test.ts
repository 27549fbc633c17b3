import { confirmationAnswerSchema } from '../../src/contract/confirmation';
import type { SecondStepProof } from '../../src/contract/second-step';
import {
  givenAdministrator,
  givenPassword,
  givenPortalClient,
  givenSms,
  portal,
  startStrapi,
  TwilioStandIn,
  type Answer,
  type Browser,
  type House,
  type PortalClient,
} from '../support';
import { appCode, otherThan } from '../support/authenticator-app';
import { askedAt, confirmed, givenApp, givenPasskey } from '../support/given-methods';
import { eventsOf, sessionRow } from './rows';

const twilio = new TwilioStandIn();
let house: House;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi(await twilio.open());
});
beforeEach(async () => {
  anna = await givenPortalClient(house, await givenAdministrator(house));
});
afterAll(async () => {
  await house.stop();
  await twilio.close();
});

const SESSION = 'aktenpoort_session';
const givePassword = (who: PortalClient, browser = who.portal) =>
  browser.post('/account/confirmation', { password: who.password });
const prove = (browser: Browser, proof: SecondStepProof) =>
  browser.post('/account/confirmation/second-step', proof);
const byApp = (secret: string, secondsOn = 30): SecondStepProof => ({
  method: 'totp',
  code: appCode(secret, secondsOn),
});
/** Whether a change is let pass now. */
const mayChange = async (browser: Browser): Promise<boolean> =>
  (await browser.post('/account/second-step/totp')).status === 200;
/** As if the confirmation by which the method was set up were long ago. */
const forget = (who: PortalClient) => sessionRow(house, who.portal).update({ confirmed_at: null });
const isConfirmed = (answer: Answer) => expect(answer.as(confirmationAnswerSchema).state).toBe('confirmed');

const givenAnnasApp = async (): Promise<string> => {
  const { secret } = await givenApp(anna);
  await forget(anna);
  return secret;
};

describe('proving again who is there, where there is a second step', () => {
  it('asks for it after the password, which alone lets nothing pass', async () => {
    await givenAnnasApp();
    const answer = (await givePassword(anna)).as(confirmationAnswerSchema);
    expect(answer).toEqual({ state: 'second-step', methods: ['totp', 'recovery'], sentTo: null });
    expect(await mayChange(anna.portal)).toBe(false);
  });

  it('lets changes pass after a code of the app, in a session with another token', async () => {
    const secret = await givenAnnasApp();
    const before = anna.portal.cookies.get(SESSION) ?? '';
    await givePassword(anna);
    isConfirmed(await prove(anna.portal, byApp(secret)));
    expect(await mayChange(anna.portal)).toBe(true);
    const thief = portal(house.baseUrl);
    thief.cookies.set(SESSION, before);
    expect((await thief.get('/dossiers')).status).toBe(401);
  });

  it('takes no second step before the password, nor a stranger’s', async () => {
    const secret = await givenAnnasApp();
    expect((await prove(anna.portal, byApp(secret))).error.code).toBe('confirmation-needed');
    expect((await prove(portal(house.baseUrl), byApp(secret))).error.code).toBe('not-signed-in');
    await givePassword(anna);
    const bert = await givenPortalClient(house, await givenAdministrator(house));
    expect((await prove(bert.portal, byApp(secret))).error.code).toBe('confirmation-needed');
  });

  it('takes a text message that was sent for this confirmation, and no other', async () => {
    const { number } = await givenSms(anna, twilio);
    await forget(anna);
    await givenPassword(house, anna);
    const ofSignIn = twilio.lastCode(number);
    expect((await anna.portal.post('/account/confirmation/sms')).error.code).toBe('confirmation-needed');
    await givePassword(anna);
    expect((await prove(anna.portal, { method: 'sms', code: ofSignIn })).error.code).toBe('wrong-code');
    expect((await anna.portal.post('/account/confirmation/sms')).status).toBe(200);
    isConfirmed(await prove(anna.portal, { method: 'sms', code: twilio.lastCode(number) }));
    expect(await mayChange(anna.portal)).toBe(true);
  });

  it('takes a passkey that was asked for in this confirmation, and no other', async () => {
    const device = await givenPasskey(house, anna);
    await forget(anna);
    const signIn = await givenPassword(house, anna, false);
    const foreign = device.prove(await askedAt(signIn, '/session/second-step/passkey'));
    await givePassword(anna);
    const wrong = await prove(anna.portal, { method: 'passkey', response: { ...foreign } });
    expect(wrong.error.code).toBe('wrong-code');
    const response = device.prove(await askedAt(anna.portal, '/account/confirmation/passkey'));
    isConfirmed(await prove(anna.portal, { method: 'passkey', response: { ...response } }));
    expect(await mayChange(anna.portal)).toBe(true);
  });

  it('takes the recovery code once, tells another one, and writes to the client', async () => {
    const { answer } = await givenApp(anna);
    await house.inbox.next(anna.email);
    await forget(anna);
    const proof: SecondStepProof = { method: 'recovery', code: answer.recoveryCode ?? '' };
    await givePassword(anna);
    const taken = (await prove(anna.portal, proof)).as(confirmationAnswerSchema);
    expect(taken).toMatchObject({
      state: 'confirmed',
      recoveryCode: expect.stringMatching(/^[0-9A-Z-]{34}$/),
    });
    expect((await house.inbox.next(anna.email)).subject).toContain('recovery code');
    await givePassword(anna);
    expect((await prove(anna.portal, proof)).error.code).toBe('wrong-code');
  });

  it('is over after five wrong codes, and begins with the password again', async () => {
    const secret = await givenAnnasApp();
    await givePassword(anna);
    const wrong: SecondStepProof = { method: 'totp', code: otherThan(appCode(secret)) };
    for (let tried = 0; tried < 5; tried += 1)
      expect((await prove(anna.portal, wrong)).error.code).toBe('wrong-code');
    expect((await prove(anna.portal, byApp(secret))).error.code).toBe('confirmation-needed');
    expect(await mayChange(anna.portal)).toBe(false);
    expect(await eventsOf(house, anna.email)).toContain('second-step-refused');
  });

  it('counts its wrong codes with those of sign-ins: ten in a row lock both', async () => {
    const secret = await givenAnnasApp();
    const wrong: SecondStepProof = { method: 'totp', code: otherThan(appCode(secret)) };
    for (let tried = 0; tried < 10; tried += 1) {
      if (tried % 5 === 0) await givePassword(anna);
      await prove(anna.portal, wrong);
    }
    await givePassword(anna);
    expect((await prove(anna.portal, byApp(secret))).error.code).toBe('account-locked');
    const signIn = await givenPassword(house, anna, false);
    expect((await signIn.post('/session/second-step', byApp(secret))).error.code).toBe('account-locked');
  });

  it('is one confirmation for one code, of several given at once', async () => {
    const secret = await givenAnnasApp();
    await givePassword(anna);
    const twins = [1, 2, 3].map(() => {
      const twin = portal(house.baseUrl);
      twin.cookies.set(SESSION, anna.portal.cookies.get(SESSION) ?? '');
      return twin;
    });
    const proof = byApp(secret);
    const answers = await Promise.all(twins.map((twin) => prove(twin, proof)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is asked for anew in a session that had confirmed before the method was added in another', async () => {
    const second = portal(house.baseUrl);
    await second.post('/session', { userName: anna.email, password: anna.password });
    await confirmed({ ...anna, portal: second });
    await givenApp(anna);
    expect(await mayChange(anna.portal)).toBe(true);
    expect(await mayChange(second)).toBe(false);
  });
});
