import { secondStepViewSchema } from '../../src/contract/second-step';
import {
  givenAdministrator,
  givenPassword,
  givenPortalClient,
  givenSettings,
  signedInAnswer,
  startStrapi,
  type Answer,
  type Browser,
  type House,
  type PortalClient,
  type StaffMember,
} from '../support';
import { askedAt, askedToMake, confirmed, givenPasskey, makePasskey } from '../support/given-methods';
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

const viewOf = async (browser: Browser) =>
  (await browser.get('/account/second-step')).as(secondStepViewSchema);
const STEP = '/session/second-step/passkey';

/** The second step of a sign-in that has its password. */
const takeStep = async (
  browser: Browser,
  device: PasskeyDevice,
  misdeeds: Misdeeds = {},
): Promise<Answer> => {
  const response = device.prove(await askedAt(browser, STEP), misdeeds);
  return browser.post('/session/second-step', { method: 'passkey', response });
};

const isRefused = ({ status, error }: Answer): void => {
  expect([status, error.code]).toEqual([401, 'wrong-code']);
};

describe('a passkey of the own (B9)', () => {
  it('is made in a session, tells the address of the account, and stands in the list', async () => {
    const client = await givenPortalClient(house, administrator);
    await confirmed(client);
    const answer = await makePasskey(client.portal, new PasskeyDevice(house.baseUrl));
    expect(signedInAnswer(answer).recoveryCode).toMatch(/\w/);
    expect((await house.inbox.next(client.email)).subject).toBe('Your sign-in has a new second step');
    expect((await viewOf(client.portal)).methods).toMatchObject([{ kind: 'passkey', label: 'My phone' }]);
  });

  it('is not begun by who has not given the password again', async () => {
    const client = await givenPortalClient(house, administrator);
    const answer = await client.portal.post('/account/second-step/passkey');
    expect(answer.error.code).toBe('confirmation-needed');
  });

  it('may be one of several, each with a name of its own', async () => {
    const { client } = await givenClientWithPasskey();
    signedInAnswer(await makePasskey(client.portal, new PasskeyDevice(house.baseUrl)));
    const [first, second] = (await viewOf(client.portal)).methods;
    const path = `/account/second-step/${second?.id ?? ''}`;
    expect((await client.portal.patch(path, { label: 'Tablet' })).status).toBe(204);
    expect((await viewOf(client.portal)).methods.map(({ label }) => label)).toEqual(['My phone', 'Tablet']);
    expect((await client.portal.patch(path, { label: '' })).error.code).toBe('invalid-input');
    expect((await client.portal.delete(`/account/second-step/${first?.id ?? ''}`)).status).toBe(204);
    expect((await viewOf(client.portal)).methods).toHaveLength(1);
  });

  it('is not found by another client, who can neither rename nor remove it', async () => {
    const { client } = await givenClientWithPasskey();
    const stranger = await givenPortalClient(house, administrator);
    await confirmed(stranger);
    const [passkey] = (await viewOf(client.portal)).methods;
    const path = `/account/second-step/${passkey?.id ?? ''}`;
    expect((await stranger.portal.patch(path, { label: 'Mine' })).error.code).toBe('not-found');
    expect((await stranger.portal.delete(path)).error.code).toBe('not-found');
    expect((await stranger.portal.patch('/account/second-step/x', { label: 'Mine' })).error.code).toBe(
      'not-found',
    );
  });

  it.each<[string, Misdeeds]>([
    ['a page of somebody else', { origin: 'https://evil.test' }],
    ['another name', { rpId: 'evil.test' }],
    ['another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
    ['a user who was not verified', { verified: false }],
  ])('is not kept when it was made for %s', async (_what, misdeeds) => {
    const client = await givenPortalClient(house, administrator);
    await confirmed(client);
    isRefused(await makePasskey(client.portal, new PasskeyDevice(house.baseUrl), misdeeds));
    expect((await viewOf(client.portal)).methods).toEqual([]);
  });

  it('is not kept in another session than the one that asked, nor twice', async () => {
    const client = await givenPortalClient(house, administrator);
    await confirmed(client);
    const response = new PasskeyDevice(house.baseUrl).create(await askedToMake(client.portal));
    const given = { label: 'Phone', response };
    const other = await givenPassword(house, client, false);
    await confirmed({ portal: other, password: client.password });
    isRefused(await other.post('/account/second-step/passkey/confirmation', given));
    signedInAnswer(await client.portal.post('/account/second-step/passkey/confirmation', given));
    isRefused(await client.portal.post('/account/second-step/passkey/confirmation', given));
  });

  it('is not handed to a second account', async () => {
    const [anna, bert] = [await givenPortalClient(house, administrator), await givenClientWithPasskey()];
    const [kept] = (await house.strapi.db
      .connection('two_factor_methods')
      .where({ kind: 'passkey' })
      .orderBy('id', 'desc')
      .limit(1)) as { id: number }[];
    await confirmed(anna);
    const response = new PasskeyDevice(house.baseUrl).create(await askedToMake(anna.portal));
    await house.strapi.db
      .connection('two_factor_methods')
      .where({ id: kept?.id })
      .update({ handle: response.id });
    isRefused(
      await anna.portal.post('/account/second-step/passkey/confirmation', { label: 'Mine', response }),
    );
    expect((await viewOf(bert.client.portal)).methods).toHaveLength(1);
  });

  it('completes the first sign-in where the firm lets nobody do without', async () => {
    const client = await givenPortalClient(house, administrator);
    await givenSettings(house, { secondStep: 'compulsory' });
    const browser = await givenPassword(house, client, false);
    const made = await makePasskey(browser, new PasskeyDevice(house.baseUrl));
    const dossiers = await browser.get('/dossiers');
    await givenSettings(house, { secondStep: 'optional' });
    signedInAnswer(made);
    expect(dossiers.status).toBe(200);
  });
});

describe('a passkey as second step (B9)', () => {
  it('lets in after the password', async () => {
    const { client, device } = await givenClientWithPasskey();
    const browser = await givenPassword(house, client, false);
    expect((await browser.get('/dossiers')).status).toBe(401);
    signedInAnswer(await takeStep(browser, device));
    expect((await browser.get('/dossiers')).status).toBe(200);
    expect((await viewOf(browser)).methods).toMatchObject([{ lastUsedAt: expect.any(String) as unknown }]);
  });

  it.each<[string, Misdeeds]>([
    ['on a page of somebody else', { origin: 'https://evil.test' }],
    ['for another name', { rpId: 'evil.test' }],
    ['of another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
    ['of a user who was not verified', { verified: false }],
    ['that names another user', { userHandle: 'c29tZWJvZHkgZWxzZQ' }],
  ])('is refused with an answer %s', async (_what, misdeeds) => {
    const { client, device } = await givenClientWithPasskey();
    isRefused(await takeStep(await givenPassword(house, client, false), device, misdeeds));
  });

  it('is refused when the count of the device goes back: there are two of it', async () => {
    const { client, device } = await givenClientWithPasskey();
    signedInAnswer(await takeStep(await givenPassword(house, client, false), device, { counter: 7 }));
    isRefused(await takeStep(await givenPassword(house, client, false), device, { counter: 7 }));
    isRefused(await takeStep(await givenPassword(house, client, false), device, { counter: 3 }));
  });

  it('is refused from another sign-in, and from another account', async () => {
    const [anna, bert] = [await givenClientWithPasskey(), await givenClientWithPasskey()];
    const [one, other] = [
      await givenPassword(house, anna.client, false),
      await givenPassword(house, anna.client, false),
    ];
    const response = anna.device.prove(await askedAt(one, STEP));
    isRefused(await other.post('/session/second-step', { method: 'passkey', response }));
    const options = await askedAt(one, STEP);
    const foreign = bert.device.prove({ ...options, allowCredentials: [] });
    isRefused(await one.post('/session/second-step', { method: 'passkey', response: foreign }));
  });

  it('lets in one of two who bring the same answer at once', async () => {
    const { client, device } = await givenClientWithPasskey();
    const browser = await givenPassword(house, client, false);
    const response = device.prove(await askedAt(browser, STEP), { counter: 0 });
    const bring = () => browser.post('/session/second-step', { method: 'passkey', response });
    const answers = await Promise.all([bring(), bring(), bring()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
