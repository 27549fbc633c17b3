import { secondStepViewSchema } from '../../src/contract/second-step';
import {
  givenAdministrator,
  givenPassword,
  givenPortalClient,
  portal,
  signedInAnswer,
  startStrapi,
  type Answer,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { askedAt, askedToMake, confirmed, givenPasskey, signInByPasskey } from '../support/given-methods';
import { PasskeyDevice, type Misdeeds } from '../support/passkey-device';

let house: House;
let administrator: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  administrator = await givenAdministrator(house);
});
beforeEach(async () => {
  await house.strapi.db.connection('two_factor_caps').delete();
});
afterAll(() => house.stop());

const givenClientWithPasskey = async (): Promise<{ client: PortalClient; device: PasskeyDevice }> => {
  const client = await givenPortalClient(house, administrator);
  const device = await givenPasskey(house, client);
  await house.inbox.next(client.email);
  return { client, device };
};

const isRefused = ({ status, error }: Answer): void => {
  expect([status, error.code]).toEqual([401, 'wrong-code']);
};

describe('signing in by a passkey alone (B9)', () => {
  it('lets in without name and password, fully', async () => {
    const { client, device } = await givenClientWithPasskey();
    const browser = portal(house.baseUrl);
    const { account } = signedInAnswer(await signInByPasskey(browser, device));
    expect(account.email).toBe(client.email);
    expect((await browser.get('/dossiers')).status).toBe(200);
    const kept = ['session', 'sign_in', 'passkey'].filter((name) =>
      browser.cookies.has(`aktenpoort_${name}`),
    );
    expect(kept).toEqual(['session']);
  });

  it('tells nothing of anybody before it is done', async () => {
    await givenClientWithPasskey();
    expect(await askedAt(portal(house.baseUrl), '/session/passkey/challenge')).toMatchObject({
      allowCredentials: [],
      userVerification: 'required',
    });
  });

  it('refuses an unknown passkey, a blocked account and one that is not active in the same words', async () => {
    const [blocked, notActive] = [await givenClientWithPasskey(), await givenClientWithPasskey()];
    const accounts = () => house.strapi.db.connection('up_users');
    await accounts().where({ email: blocked.client.email }).update({ blocked: true });
    await accounts().where({ email: notActive.client.email }).update({ activated_at: null });
    const unknown = new PasskeyDevice(house.baseUrl);
    const other = await givenPortalClient(house, administrator);
    await confirmed(other);
    unknown.create(await askedToMake(other.portal));
    const answers = [];
    for (const device of [unknown, blocked.device, notActive.device]) {
      const browser = portal(house.baseUrl);
      const answer = await signInByPasskey(browser, device);
      answers.push([answer.status, answer.json]);
      expect(browser.cookies.has('aktenpoort_session')).toBe(false);
    }
    expect(answers[0]).toMatchObject([401, { error: { code: 'wrong-code' } }]);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it.each<[string, Misdeeds]>([
    ['on a page of somebody else', { origin: 'https://evil.test' }],
    ['for another name', { rpId: 'localhost' }],
    ['of another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
    ['of a user who was not verified', { verified: false }],
    ['that names nobody', { userHandle: undefined }],
    ['that names another user', { userHandle: 'c29tZWJvZHkgZWxzZQ' }],
  ])('refuses an answer %s', async (_what, misdeeds) => {
    const { client, device } = await givenClientWithPasskey();
    isRefused(await signInByPasskey(portal(house.baseUrl), device, misdeeds));
    const noted: unknown = await house.strapi.db
      .connection('security_events')
      .where({ event: 'sign-in-refused', detail: 'passkey', label: client.email })
      .first('id');
    expect(noted).toBeDefined();
  });

  it('refuses the answer of another browser, the same answer again, and one to a second step', async () => {
    const { client, device } = await givenClientWithPasskey();
    const [one, other] = [portal(house.baseUrl), portal(house.baseUrl)];
    const response = device.prove(await askedAt(one, '/session/passkey/challenge'), { counter: 0 });
    isRefused(await other.post('/session/passkey', { response }));
    await askedAt(other, '/session/passkey/challenge');
    isRefused(await other.post('/session/passkey', { response }));
    const kept = new Map(one.cookies);
    signedInAnswer(await one.post('/session/passkey', { response }));
    for (const [name, value] of kept) one.cookies.set(name, value);
    isRefused(await one.post('/session/passkey', { response }));
    const pending = await givenPassword(house, client, false);
    const step = device.prove(await askedAt(pending, '/session/second-step/passkey'), { counter: 0 });
    isRefused(await pending.post('/session/passkey', { response: step }));
  });

  it('lets in one of two who bring the same answer at once', async () => {
    const { device } = await givenClientWithPasskey();
    const browser = portal(house.baseUrl);
    const response = device.prove(await askedAt(browser, '/session/passkey/challenge'), { counter: 0 });
    const bring = () => browser.post('/session/passkey', { response });
    const answers = await Promise.all([bring(), bring(), bring()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is no way in any more when the passkey was removed', async () => {
    const { client, device } = await givenClientWithPasskey();
    const [passkey] = (await client.portal.get('/account/second-step')).as(secondStepViewSchema).methods;
    await client.portal.delete(`/account/second-step/${passkey?.id ?? ''}`);
    isRefused(await signInByPasskey(portal(house.baseUrl), device));
  });

  it('can be begun by anybody, and not without end', async () => {
    const browser = portal(house.baseUrl);
    const begin = () => browser.post('/session/passkey/challenge');
    for (let begun = 0; begun < 200; begun += 1) expect((await begin()).status).toBe(200);
    expect((await begin()).error.code).toBe('too-many-tries');
  });
});
