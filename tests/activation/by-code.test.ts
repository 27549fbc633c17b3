import { sessionViewSchema } from '../../src/contract/account';
import { activatedSchema, openedSchema } from '../../src/contract/activation';
import { deskClientSchema } from '../../src/contract/client';
import {
  CLIENT_PASSWORD,
  givenAdministrator,
  givenClient,
  givenSettings,
  portal,
  startStrapi,
  tokenIn,
  type House,
  type StaffMember,
} from '../support';
import { givenAdded, givenCompany } from '../account/company';
import { activate, codeFor, forgetAddress, freshName, givenInvited, writtenLetter } from './people';

let house: House;
let staff: StaffMember;

beforeAll(async () => {
  house = await startStrapi();
  staff = await givenAdministrator(house);
});
afterAll(() => house.stop());
beforeEach(async () => {
  await forgetAddress(house);
  await givenSettings(house, { activationWay: 'code', userNames: 'chosen', firstScreen: 'details' });
});

const codes = () => house.strapi.db.connection('activation_codes');
const events = (event: string) => house.strapi.db.connection('security_events').where({ event });

describe('an invitation by code (R5)', () => {
  it('leads by letter, user name and password to a client who is signed in', async () => {
    const invited = await givenInvited(house, staff);
    const code = await codeFor(staff, invited);
    const [browser, userName] = [portal(house.baseUrl), freshName()];
    const given = { code, reference: invited.reference, userName, password: CLIENT_PASSWORD };
    const answer = await browser.post('/activation/code', given);
    expect(answer.as(activatedSchema)).toMatchObject({
      signIn: { state: 'signed-in' },
      firstScreen: 'details',
    });
    const { account } = (await browser.get('/session')).as(sessionViewSchema);
    expect(account?.email).toBe(invited.client.email);
    const credentials = { userName: userName.toUpperCase(), password: CLIENT_PASSWORD };
    expect((await portal(house.baseUrl).post('/session', credentials)).status).toBe(200);
    const confirmation = await house.inbox.next(invited.client.email);
    expect(confirmation.text).toContain('with your user name');
    expect(await events('activated').where({ label: userName })).toHaveLength(1);
  });

  it('is told by a mail that leads to the page and does not hold the code', async () => {
    const client = await givenClient(staff);
    await staff.desk.post(`/clients/${client.id}/invitation`);
    const mail = await house.inbox.next(client.email);
    const [link = ''] = mail.links;
    expect(link).toMatch(/\/portal\/activation#[a-z0-9]{24}$/);
    expect(mail.text).toContain('by letter or by telephone');
    const code = await codeFor(staff, { client, reference: '' });
    for (const part of [code, ...code.split('-')]) expect(mail.text + mail.html).not.toContain(part);
    expect(house.inbox.waiting(client.email)).toEqual([]);
  });

  it('takes the code however it is typed', async () => {
    const ways = [
      (code: string) => code.toLowerCase(),
      (code: string) => code.replaceAll('-', ''),
      (code: string) => ` ${code.replaceAll('-', ' – ')} `,
      (code: string) => [...code].join(' ').replaceAll('S', '5').replaceAll('Z', '2').replaceAll('B', '8'),
    ];
    for (const way of ways) {
      const code = await codeFor(staff, await givenInvited(house, staff));
      expect((await activate(house, way(code))).status).toBe(200);
    }
  });

  it('keeps no code in the database, nor the password', async () => {
    const code = await codeFor(staff, await givenInvited(house, staff));
    const plain = code.replaceAll('-', '');
    const stored = JSON.stringify([
      await codes().select(),
      await house.strapi.db.connection('security_events'),
    ]);
    for (const secret of [code, plain, plain.slice(6)]) expect(stored).not.toContain(secret);
    expect(stored).toContain('$argon2id$');
  });

  it('gives a code five tries, and revokes it', async () => {
    const code = await codeFor(staff, await givenInvited(house, staff));
    const wrong = code.slice(0, -1) + (code.endsWith('3') ? '4' : '3');
    for (let time = 0; time < 5; time += 1)
      expect((await activate(house, wrong)).error.code).toBe('code-invalid');
    expect((await activate(house, code)).error.code).toBe('code-invalid');
  });

  it('forgives four wrong tries', async () => {
    const code = await codeFor(staff, await givenInvited(house, staff));
    for (let time = 0; time < 4; time += 1) await activate(house, `${code.slice(0, 8)}333333333`);
    expect((await activate(house, code)).status).toBe(200);
  });

  it('does not cost a try, nor the code, where the user name is taken or the password bad', async () => {
    const taken = freshName();
    await activate(house, await codeFor(staff, await givenInvited(house, staff)), { userName: taken });
    const code = await codeFor(staff, await givenInvited(house, staff));
    for (let time = 0; time < 6; time += 1) {
      const answer = await activate(house, code, { userName: taken.toUpperCase() });
      expect([answer.status, answer.error.code]).toEqual([409, 'user-name-taken']);
    }
    expect((await activate(house, code, { password: 'short' })).error.code).toBe('password-too-short');
    expect((await activate(house, code)).status).toBe(200);
  });

  it.each(['ab', 'with space', 'a@b.example', 'x'.repeat(65), 'zero\u200bwidth'])(
    'refuses %j as a user name, whatever the code is',
    async (userName) => {
      const answer = await activate(house, 'BCDFG-34679-HJKMN', { userName });
      expect([answer.error.code, answer.error.fields]).toEqual(['invalid-input', ['userName']]);
    },
  );

  it('stops judging an address that does nothing but guess', async () => {
    const answers = await Promise.all(Array.from({ length: 52 }, () => activate(house, 'BCDFG-34679-HJKMN')));
    const codesOf = answers.map(({ error }) => error.code);
    expect(codesOf.filter((code) => code === 'code-invalid')).toHaveLength(50);
    expect(codesOf.filter((code) => code === 'too-many-tries')).toHaveLength(2);
  });

  it('opens nothing where the firm invites by mail', async () => {
    const invited = await givenInvited(house, staff);
    const code = await codeFor(staff, invited);
    await givenSettings(house, { activationWay: 'mail' });
    expect((await activate(house, code)).error.code).toBe('code-invalid');
    expect((await writtenLetter(staff, invited)).error.code).toBe('letter-not-in-use');
  });

  it('leads to the first screen that the firm has chosen (R7)', async () => {
    await givenSettings(house, { firstScreen: 'home' });
    const answer = await activate(house, await codeFor(staff, await givenInvited(house, staff)));
    expect(answer.as(activatedSchema).firstScreen).toBe('home');
  });
});

describe('a colleague whom a company adds (R92)', () => {
  it('activates by mail, though the firm hands codes to its clients', async () => {
    await givenSettings(house, { activationWay: 'mail', userNames: 'email' });
    const main = await givenCompany(house, staff);
    await givenSettings(house, { activationWay: 'code' });
    const { email } = await givenAdded(main);
    const [link = ''] = (await house.inbox.next(email)).links;
    const browser = portal(house.baseUrl);
    const opening = { reference: link.split('#')[1] };
    expect((await browser.post('/activation/opening', opening)).json).toEqual({
      userName: email,
      way: 'mail',
    });
    await browser.post('/activation', { email });
    const token = tokenIn(await house.inbox.next(email));
    const answer = await browser.post('/activation/link', { token, password: CLIENT_PASSWORD });
    expect(answer.as(activatedSchema).signIn.state).toBe('signed-in');
    expect((await house.inbox.next(email)).text).toContain('with your e-mail address');
  });
});

describe('the page of an invitation', () => {
  const open = async (reference: string) =>
    (await portal(house.baseUrl).post('/activation/opening', { reference })).as(openedSchema).userName;
  const stateOf = async (id: string) =>
    (await staff.desk.get(`/clients/${id}`)).as(deskClientSchema).accountState;

  it('tells the firm that it was opened', async () => {
    const { client, reference } = await givenInvited(house, staff);
    expect(await stateOf(client.id)).toBe('invited');
    expect(await open(reference)).toBeNull();
    expect(await stateOf(client.id)).toBe('opened');
  });

  it('shows the user name that stands already, to who was invited and nobody else', async () => {
    await givenSettings(house, { userNames: 'email' });
    const invited = await givenInvited(house, staff);
    expect(await open(invited.reference)).toBe(invited.client.email);
    const code = await codeFor(staff, invited);
    expect((await activate(house, code, { userName: undefined })).status).toBe(200);
    expect(await open(invited.reference)).toBeNull();
    for (const reference of ['a'.repeat(24), '', '\0', invited.client.id])
      expect(await open(reference)).toBeNull();
  });
});
