import { secondStepViewSchema, totpBegunSchema } from '../../src/contract/second-step';
import {
  givenAdministrator,
  givenPassword,
  givenPortalClient,
  givenSettings,
  signedInAnswer,
  startStrapi,
  type Browser,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { appCode, otherThan } from '../support/authenticator-app';
import { confirmed, givenApp } from '../support/given-methods';

let house: House;
let administrator: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  administrator = await givenAdministrator(house);
});
afterAll(() => house.stop());

const give = (browser: Browser, code: string) =>
  browser.post('/session/second-step', { method: 'totp', code });

/** A client whose app counts, of whose codes the one before this was the last used. */
const givenClientWithApp = async (): Promise<{ client: PortalClient; secret: string }> => {
  const client = await givenPortalClient(house, administrator);
  const { secret } = await givenApp(client);
  await house.inbox.next(client.email);
  await house.strapi.db.connection('two_factor_methods').update({ counter: 0 });
  return { client, secret };
};

const eventsOf = (event: string): Promise<unknown[]> =>
  house.strapi.db.connection('security_events').where({ event, detail: 'totp' }).select('label');

describe('an authenticator app (B9)', () => {
  it('is set up with a first code, brings a recovery code, and tells the address of the account', async () => {
    const client = await givenPortalClient(house, administrator);
    const { answer } = await givenApp(client);
    expect(answer.recoveryCode).toMatch(/\w/);
    expect((await house.inbox.next(client.email)).subject).toBe('Your sign-in has a new second step');
    expect(await eventsOf('second-step-added')).toContainEqual({ label: client.email });
    const view = (await client.portal.get('/account/second-step')).as(secondStepViewSchema);
    expect(view.methods).toMatchObject([{ kind: 'totp' }]);
    expect(view.offered).toContain('totp');
    expect(JSON.stringify(view)).not.toContain('secret');
  });

  it('is not begun by who has not given the password again', async () => {
    const client = await givenPortalClient(house, administrator);
    const answer = await client.portal.post('/account/second-step/totp');
    expect(answer.error.code).toBe('confirmation-needed');
  });

  it('does not count before its first code, and five wrong ones end its setting up', async () => {
    const client = await givenPortalClient(house, administrator);
    await confirmed(client);
    const { id, secret } = (await client.portal.post('/account/second-step/totp')).as(totpBegunSchema);
    const [right, wrong] = [appCode(secret), otherThan(appCode(secret))];
    const confirm = (code: string) =>
      client.portal.post('/account/second-step/totp/confirmation', { id, code });
    for (let tried = 0; tried < 5; tried += 1) expect((await confirm(wrong)).error.code).toBe('wrong-code');
    expect((await confirm(right)).error.code).toBe('wrong-code');
    expect((await client.portal.get('/account/second-step')).as(secondStepViewSchema).methods).toEqual([]);
  });

  it('cannot be set up with what was begun for somebody else', async () => {
    const [anna, bert] = [
      await givenPortalClient(house, administrator),
      await givenPortalClient(house, administrator),
    ];
    await confirmed(anna);
    await confirmed(bert);
    const { id, secret } = (await anna.portal.post('/account/second-step/totp')).as(totpBegunSchema);
    const confirmation = { id, code: appCode(secret) };
    const answer = await bert.portal.post('/account/second-step/totp/confirmation', confirmation);
    expect(answer.error.code).toBe('wrong-code');
  });

  it('takes the place of the one before, when there is a new phone', async () => {
    const { client, secret } = await givenClientWithApp();
    const proof = { method: 'totp', code: appCode(secret, 30) } as const;
    const { secret: next } = await givenApp(client, proof);
    await house.strapi.db.connection('two_factor_methods').update({ counter: 0 });
    const view = (await client.portal.get('/account/second-step')).as(secondStepViewSchema);
    expect(view.methods).toHaveLength(1);
    expect((await give(await givenPassword(house, client, false), appCode(secret))).error.code).toBe(
      'wrong-code',
    );
    signedInAnswer(await give(await givenPassword(house, client, false), appCode(next)));
  });

  it('completes the first sign-in where the firm lets nobody do without', async () => {
    const client = await givenPortalClient(house, administrator);
    await givenSettings(house, { secondStep: 'compulsory' });
    const browser = await givenPassword(house, client, false);
    const { id, secret } = (await browser.post('/account/second-step/totp')).as(totpBegunSchema);
    const code = appCode(secret);
    const answer = await browser.post('/account/second-step/totp/confirmation', { id, code });
    const dossiers = await browser.get('/dossiers');
    await givenSettings(house, { secondStep: 'optional' });
    expect(signedInAnswer(answer).account.email).toBe(client.email);
    expect(dossiers.status).toBe(200);
  });
});

describe('signing in with an authenticator app (B9)', () => {
  it('asks for the code after the password, and lets in with it', async () => {
    const { client, secret } = await givenClientWithApp();
    const browser = await givenPassword(house, client, false);
    expect((await browser.get('/dossiers')).status).toBe(401);
    signedInAnswer(await give(browser, appCode(secret)));
    expect((await browser.get('/dossiers')).status).toBe(200);
    const signedIn: unknown = await house.strapi.db
      .connection('security_events')
      .where({ event: 'signed-in', detail: 'totp', label: client.email })
      .first('id');
    expect(signedIn).toBeDefined();
  });

  it('offers the app first, and the recovery code after it', async () => {
    const { client } = await givenClientWithApp();
    const browser = await givenPassword(house, client, false);
    const answer = (await browser.get('/session/second-step')).json;
    expect(answer).toMatchObject({ state: 'second-step', methods: ['totp', 'recovery'] });
  });

  it('refuses the same code a second time', async () => {
    const { client, secret } = await givenClientWithApp();
    const code = appCode(secret);
    signedInAnswer(await give(await givenPassword(house, client, false), code));
    expect((await give(await givenPassword(house, client, false), code)).error.code).toBe('wrong-code');
  });

  it('lets in one of two who bring the same code at once', async () => {
    const { client, secret } = await givenClientWithApp();
    const code = appCode(secret);
    const browsers = [
      await givenPassword(house, client, false),
      await givenPassword(house, client, false),
      await givenPassword(house, client, false),
    ];
    const answers = await Promise.all(browsers.map((browser) => give(browser, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it.each<[string, (own: string, foreign: string) => string]>([
    ['an old code', (own) => appCode(own, -90)],
    ['a code of tomorrow', (own) => appCode(own, 90)],
    ['the code of another account', (_own, foreign) => appCode(foreign)],
    ['a wrong code', (own) => otherThan(appCode(own))],
    ['letters', () => 'geheim'],
  ])('refuses %s in the same words', async (_what, codeOf) => {
    const [own, foreign] = [await givenClientWithApp(), await givenClientWithApp()];
    const browser = await givenPassword(house, own.client, false);
    const answer = await give(browser, codeOf(own.secret, foreign.secret));
    expect([answer.status, answer.error.code]).toEqual([401, 'wrong-code']);
    expect(await eventsOf('second-step-refused')).toContainEqual({ label: own.client.email });
  });

  it('locks the account after ten wrong codes, over several sign-ins', async () => {
    const { client, secret } = await givenClientWithApp();
    const wrong = otherThan(appCode(secret));
    for (let tried = 0; tried < 10; tried += 5) {
      const browser = await givenPassword(house, client, false);
      for (let code = 0; code < 5; code += 1) await give(browser, wrong);
    }
    const browser = await givenPassword(house, client, false);
    expect((await give(browser, appCode(secret))).error.code).toBe('account-locked');
  });

  it('asks for no second step any more when the app was removed', async () => {
    const { client } = await givenClientWithApp();
    const [app] = (await client.portal.get('/account/second-step')).as(secondStepViewSchema).methods;
    const removed = await client.portal.delete(`/account/second-step/${app?.id ?? ''}`);
    expect(removed.status).toBe(204);
    expect(await eventsOf('second-step-removed')).toContainEqual({ label: client.email });
    expect((await house.inbox.next(client.email)).subject).toContain('second step');
    const browser = await givenPassword(house, client, false);
    expect((await browser.get('/dossiers')).status).toBe(200);
  });
});
