import { passwordRuleSchema, type PasswordPreset } from '../../src/contract/password';
import { activatedSchema } from '../../src/contract/activation';
import {
  CLIENT_PASSWORD,
  givenAdministrator,
  givenClient,
  givenPortalClient,
  givenSettings,
  portal,
  startStrapi,
  tokenIn,
  type House,
  type StaffMember,
} from '../support';

let house: House;
let staff: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  staff = await givenAdministrator(house);
});
afterAll(() => house.stop());

const given = (preset: PasswordPreset, ownWords: string[] = []) =>
  givenSettings(house, { name: 'Notariaat Zuiderwal', passwordPreset: preset, passwordOwnWords: ownWords });

/** A client with a mailed link in hand. */
const somebodyWithLink = async () => {
  const client = await givenClient(staff, { name: 'Wilhelmina Oosterbeek', language: 'nl' });
  await staff.desk.post(`/clients/${client.id}/invitation`);
  await house.inbox.next(client.email);
  const browser = portal(house.baseUrl);
  await browser.post('/activation', { email: client.email });
  return { client, browser, token: tokenIn(await house.inbox.next(client.email)) };
};
const choose = async (password: string) => {
  const { browser, token } = await somebodyWithLink();
  return browser.post('/activation/link', { token, password });
};
const refusalOf = async (password: string) => (await choose(password)).error;

describe('a new password by the default rule (R8)', () => {
  beforeAll(() => given('default', ['Walstraat']));

  it.each([
    ['eleven characters', 'elf tekens.', { code: 'password-too-short', min: 12 }],
    ['eleven characters that are twenty-two units', '😀'.repeat(11), { code: 'password-too-short', min: 12 }],
    [
      'twelve letters of which one is written in two parts',
      'e\u0301lf tekens.',
      { code: 'password-too-short' },
    ],
    ['too many characters', 'a'.repeat(257), { code: 'password-too-long', max: 256 }],
    ['a common password', 'password1234', { code: 'password-common' }],
    ['a common word with a year and a sign', 'Wachtwoord2026!', { code: 'password-common' }],
    ['a row of keys', 'qwertzuiopü+#', { code: 'password-common' }],
    ['the same again and again', 'aaaaaaaaaaaaaaaaaaaaaa', { code: 'password-common' }],
    ['a word of the firm', 'Walstraat-2026', { code: 'password-has-own-word', word: 'Walstraat', min: 12 }],
    [
      'the name of the firm in figures',
      'Zu1derw@l 2026!',
      { code: 'password-has-own-word', word: 'Zuiderwal' },
    ],
    ['the own name', 'oosterbeek 1950', { code: 'password-has-own-word', word: 'Oosterbeek' }],
  ])('is refused where it is %s, and why is said', async (_what, password, refusal) => {
    expect(await refusalOf(password)).toMatchObject(refusal);
  });

  it('is refused where it is the own address', async () => {
    const { client, browser, token } = await somebodyWithLink();
    const { error } = await browser.post('/activation/link', { token, password: client.email });
    expect(error.code).toBe('password-has-own-word');
    expect(error.word).toBe(client.email);
  });

  it.each([
    ['twelve characters without capital or digit', 'twaalf teken'],
    ['a sentence that an own word is part of', 'mijn huis in de Walstraat is geel'],
    ['128 characters', 'Ga zo door. '.repeat(10) + 'Nu gaat het zonder eind. Echt'.slice(0, 8)],
    ['characters of any kind', 'Ærø, 東京 & Łódź 🌷'],
  ])('is accepted where it is %s', async (_what, password) => {
    expect((await choose(password)).as(activatedSchema).signIn).toMatchObject({ state: 'signed-in' });
  });

  it('says in the language of the reader what to do', async () => {
    const { browser, token } = await somebodyWithLink();
    const sentence = async (language: string) =>
      (await browser.post('/activation/link', { token, password: 'kort' }, { 'accept-language': language }))
        .error.message;
    expect(await sentence('nl')).toContain('ten minste 12 tekens');
    expect(await sentence('de')).toContain('mindestens 12 Zeichen');
    expect(await sentence('en')).toContain('at least 12 characters');
  });
});

describe('a new password by the rule of the older portals', () => {
  beforeAll(() => given('seed'));

  it.each([
    ['Zeven7x', { code: 'password-too-short', min: 8 }],
    ['zonder8hoofd', { code: 'password-needs-capital' }],
    ['ZonderCijfer', { code: 'password-needs-digit' }],
  ])('is refused where it is "%s"', async (password, refusal) => {
    expect(await refusalOf(password)).toMatchObject(refusal);
  });

  it('is accepted with eight characters, a capital and a digit', async () => {
    expect((await choose('Appelt4x')).as(activatedSchema).signIn).toMatchObject({ state: 'signed-in' });
  });
});

describe('a new password by the strict rule', () => {
  beforeAll(() => given('strict'));

  it('is refused with fourteen characters, and where it is common', async () => {
    expect(await refusalOf('veertien teken')).toMatchObject({ code: 'password-too-short', min: 15 });
    expect(await refusalOf('password1234567')).toMatchObject({ code: 'password-common' });
  });

  it('is accepted with fifteen', async () => {
    expect((await choose('vijftien tekens')).as(activatedSchema).signIn).toMatchObject({
      state: 'signed-in',
    });
  });
});

describe('the rule itself', () => {
  beforeAll(() => given('strict', ['Walstraat']));

  it('is told to who holds a mailed link, with the words that do not count, and the link still works', async () => {
    const { client, browser, token } = await somebodyWithLink();
    const rule = (await browser.post('/password/rule', { token })).as(passwordRuleSchema);
    expect(rule.preset).toBe('strict');
    expect(rule.ownWords).toEqual(
      expect.arrayContaining(['Walstraat', 'Notariaat Zuiderwal', 'Wilhelmina Oosterbeek', client.email]),
    );
    expect((await browser.post('/activation/link', { token, password: CLIENT_PASSWORD })).status).toBe(200);
    expect((await browser.post('/password/rule', { token })).error.code).toBe('link-invalid');
  });

  it('is told to a client who is signed in, and to no stranger', async () => {
    await given('default');
    const anna = await givenPortalClient(house, staff, { name: 'Anna Terlinden' });
    const rule = (await anna.portal.get('/account/password-rule')).as(passwordRuleSchema);
    expect(rule.ownWords).toContain('Anna Terlinden');
    const stranger = portal(house.baseUrl);
    expect((await stranger.get('/account/password-rule')).status).toBe(401);
    expect((await stranger.post('/password/rule', { token: 'A'.repeat(43) })).error.code).toBe(
      'link-invalid',
    );
  });
});

describe('a long password', () => {
  it('is never cut: eighty characters alike and then others are two passwords', async () => {
    await given('default');
    const alike = 'Een zin zoals er geen tweede is, lang genoeg voor ieder die hem ooit zal horen. '.padEnd(
      80,
      '.',
    );
    const { client, browser, token } = await somebodyWithLink();
    expect((await browser.post('/activation/link', { token, password: `${alike} eerste` })).status).toBe(200);
    const signIn = (password: string) =>
      portal(house.baseUrl).post('/session', { userName: client.email, password });
    expect((await signIn(`${alike} tweede`)).status).toBe(401);
    expect((await signIn(alike)).status).toBe(401);
    expect((await signIn(`${alike} eerste`)).status).toBe(200);
  });

  it('is the same however its letters are put together', async () => {
    const { client, browser, token } = await somebodyWithLink();
    await browser.post('/activation/link', { token, password: 'caf\u00e9 aan de gracht' });
    const userName = client.email;
    const password = 'cafe\u0301 aan de gracht';
    expect((await portal(house.baseUrl).post('/session', { userName, password })).status).toBe(200);
  });
});
