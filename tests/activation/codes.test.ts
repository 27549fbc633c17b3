import { CODE_ALPHABET, CODE_LENGTH, groupedCode, plainCode } from '../../src/contract/activation';
import { newCode } from '../../src/api/activation/code';
import {
  givenAdministrator,
  givenSettings,
  portal,
  startStrapi,
  statementsOf,
  tokenIn,
  type Answer,
  type House,
  type StaffMember,
} from '../support';
import { deliver } from '../notification/outbox';
import { activate, codeFor, forgetAddress, freshName, givenInvited } from './people';

const PASSWORD = 'een lange zin van een cliënt';

let house: House;
let staff: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  staff = await givenAdministrator(house);
  await givenSettings(house, { activationWay: 'code', userNames: 'chosen' });
});
afterAll(() => house.stop());
beforeEach(() => forgetAddress(house));

const rows = (table: string) => house.strapi.db.connection(table);
const accountOf = (email: string) => rows('up_users').where({ email }).first<{ id: number }>('id');
const rowOf = async (email: string) => {
  const { id } = await accountOf(email);
  return rows('activation_codes').where({ account_id: id }).orderBy('id', 'desc');
};
const wrongEnd = (code: string) => code.slice(0, -1) + (code.endsWith('3') ? '4' : '3');
const linkFor = async (email: string) => {
  await portal(house.baseUrl).post('/activation', { email });
  return tokenIn(await house.inbox.next(email));
};
const seen = ({ status, json }: Answer) => ({ status, json });

describe('a hundred codes', () => {
  const LOOK_ALIKE = ['0O', '1IL', '2Z', '5S', '8B', 'UV'];

  it('are all different, all whole, and hold no two letters that look alike on paper', async () => {
    const made = await Promise.all(Array.from({ length: 100 }, newCode));
    const codes = made.map(({ code }) => code);
    expect(new Set(codes.map((code) => code.slice(0, 6))).size).toBe(100);
    const used = new Set(codes.join(''));
    for (const alike of LOOK_ALIKE)
      expect([...alike].filter((letter) => used.has(letter)).length).toBeLessThanOrEqual(1);
    for (const code of codes) {
      expect(code).toMatch(new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`));
      expect(plainCode(groupedCode(code))).toBe(code);
      expect(plainCode(` ${groupedCode(code).toLowerCase()} `)).toBe(code);
    }
    // Of 1,500 letters each of the 24 comes up: none is left out by the way they are drawn.
    expect([...used].sort().join('')).toBe(CODE_ALPHABET);
    expect(new Set(made.map(({ hash }) => hash)).size).toBe(100);
  });
});

describe('a code used twice at once', () => {
  it('lets exactly one in, whose name and password the account then has', async () => {
    const { client } = await givenInvited(house, staff);
    const code = await codeFor(staff, { client, reference: '' });
    const people = Array.from({ length: 4 }, () => ({ userName: freshName() }));
    const answers = await Promise.all(people.map((person) => activate(house, code, person)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
    const winner = people[answers.findIndex(({ status }) => status === 200)];
    const { id } = await accountOf(client.email);
    expect(await rows('sessions').where({ account_id: id })).toHaveLength(1);
    expect(await rows('up_users').where({ id }).first('username')).toEqual({ username: winner?.userName });
    await house.inbox.next(client.email);
    expect(house.inbox.waiting(client.email)).toEqual([]);
  });

  it('lets one of two clients have a name that both choose', async () => {
    const userName = freshName();
    const codes = [];
    for (let one = 0; one < 2; one += 1) codes.push(await codeFor(staff, await givenInvited(house, staff)));
    const answers = await Promise.all(codes.map((code) => activate(house, code, { userName })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = codes[answers.findIndex(({ status }) => status === 409)] ?? '';
    expect((await activate(house, loser)).status).toBe(200);
  });
});

describe('guesses at one code, all at once', () => {
  it('are five that are judged, and the right one is then too late', async () => {
    const { client } = await givenInvited(house, staff);
    const code = await codeFor(staff, { client, reference: '' });
    const answers = await Promise.all(Array.from({ length: 30 }, () => activate(house, wrongEnd(code))));
    expect(await rowOf(client.email)).toEqual([expect.objectContaining({ tries: 5, used_at: null })]);
    expect(new Set(answers.map((answer) => JSON.stringify(seen(answer)))).size).toBe(1);
    expect((await activate(house, code)).error.code).toBe('code-invalid');
  });
});

describe('a code that is not good', () => {
  it('is refused in the same words, whatever is wrong with it', async () => {
    const [used, expired, revoked, resent, other] = await Promise.all(
      Array.from({ length: 5 }, () => givenInvited(house, staff)),
    );
    if (!used || !expired || !revoked || !resent || !other) throw new Error('Nobody was invited');
    const codes = new Map<string, string>();
    for (const [name, invited] of Object.entries({ used, expired, revoked, resent }))
      codes.set(name, await codeFor(staff, invited));
    await activate(house, codes.get('used') ?? '');
    const { id } = await accountOf(expired.client.email);
    await rows('activation_codes')
      .where({ account_id: id })
      .update({ ends_at: new Date(Date.now() - 1) });
    await staff.desk.delete(`/clients/${revoked.client.id}/invitation`);
    const newer = await codeFor(staff, resent);
    codes.set('cut', newer.slice(0, 12));
    codes.set('empty', '');
    codes.set('unknown', 'BCDFG-34679-HJKMN');
    codes.set('not a code', '\0\u202e%_\'"');
    const answers = [];
    for (const code of codes.values()) answers.push(seen(await activate(house, code)));
    answers.push(seen(await activate(house, newer, { reference: other.reference })));
    expect(answers[0]).toMatchObject({ status: 410, json: { error: { code: 'code-invalid' } } });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    // The last letter works, and so does one that is written after an invitation was taken back.
    expect((await activate(house, newer)).status).toBe(200);
    await staff.desk.post(`/clients/${revoked.client.id}/invitation`);
    expect(seen(await activate(house, codes.get('revoked') ?? ''))).toEqual(answers[0]);
    expect((await activate(house, await codeFor(staff, revoked))).status).toBe(200);
  });

  it('goes on working where the invitation alone is sent again', async () => {
    const invited = await givenInvited(house, staff);
    const code = await codeFor(staff, invited);
    await staff.desk.post(`/clients/${invited.client.id}/invitation`);
    expect((await activate(house, code)).status).toBe(200);
  });

  it('asks the database the same as one that is nobody’s', async () => {
    const code = await codeFor(staff, await givenInvited(house, staff));
    const asked = async (typed: string): Promise<string[]> =>
      (await statementsOf(house, () => activate(house, typed)))
        .map(({ sql }) => sql)
        .filter((sql) => /activation_codes|up_users/.test(sql));
    const [known, unknown] = [await asked(wrongEnd(code)), await asked('BCDFG-34679-HJKMN')];
    expect(known).toEqual(unknown);
    expect(known).toHaveLength(1);
  });
});

describe('a firm that has gone over to codes', () => {
  it('opens no account by a mailed link any more, and mails none', async () => {
    await givenSettings(house, { activationWay: 'mail', userNames: 'email' });
    const [asked, later] = [await givenInvited(house, staff), await givenInvited(house, staff)];
    const token = await linkFor(asked.client.email);
    await givenSettings(house, { activationWay: 'code' });
    const use = () => portal(house.baseUrl).post('/activation/link', { token, password: PASSWORD });
    expect((await use()).error.code).toBe('link-invalid');
    await portal(house.baseUrl).post('/activation', { email: later.client.email });
    await deliver(house, new Date());
    const { id } = await accountOf(later.client.email);
    expect(await rows('notifications').where({ account_id: id, event: 'activation-link' })).toEqual([]);
    await givenSettings(house, { activationWay: 'mail' });
    expect((await use()).status).toBe(200);
  });
});

describe('the settings of an activation, each in each position', () => {
  const ways = ['mail', 'code'] as const;
  const names = ['email', 'chosen', 'given'] as const;
  const screens = ['details', 'home'] as const;
  const all = ways.flatMap((activationWay) =>
    names.map((userNames, n) => ({ activationWay, userNames, firstScreen: screens[n % 2] ?? 'home' })),
  );

  it.each(all)('$activationWay, $userNames, $firstScreen', async (setting) => {
    await givenSettings(house, setting);
    const { activationWay, userNames, firstScreen } = setting;
    const name = freshName();
    const invited = await givenInvited(house, staff, { userName: userNames === 'given' ? name : undefined });
    const { email } = invited.client;
    const given = {
      userName: userNames === 'chosen' ? name : undefined,
      password: PASSWORD,
    };
    const browser = portal(house.baseUrl);
    const answer =
      activationWay === 'code'
        ? await browser.post('/activation/code', { code: await codeFor(staff, invited), ...given })
        : await browser.post('/activation/link', { token: await linkFor(email), ...given });
    expect(answer.json).toMatchObject({ firstScreen, signIn: { state: 'signed-in' } });
    const signedIn = async (userName: string) =>
      (await portal(house.baseUrl).post('/session', { userName, password: given.password })).status;
    expect([await signedIn(name), await signedIn(email)]).toEqual(
      userNames === 'email' ? [401, 200] : [200, 401],
    );
  });
});
