import { sessionViewSchema } from '../../src/contract/account';
import {
  givenAdministrator,
  givenPortalClient,
  portal,
  signedInAnswer,
  startStrapi,
  type House,
  type PortalClient,
} from '../support';

let house: House;
let anna: PortalClient;

beforeAll(async () => {
  house = await startStrapi();
  anna = await givenPortalClient(house, await givenAdministrator(house), { name: 'Anna de Vries' });
});
afterAll(() => house.stop());

const somebody = () => portal(house.baseUrl);
const right = () => ({ userName: anna.email, password: anna.password });

describe('signing in', () => {
  it('lets the client in with the right password and says who they are', async () => {
    const browser = somebody();
    const answer = await browser.post('/session', right());
    expect(signedInAnswer(answer).account).toMatchObject({ name: 'Anna de Vries', email: anna.email });
    expect((await browser.get('/session')).as(sessionViewSchema).account?.email).toBe(anna.email);
  });

  it('gives the cookie to no script and to no other site', async () => {
    const answer = await somebody().post('/session', right());
    expect(answer.headers.get('set-cookie')).toMatch(
      /^aktenpoort_session=[\w-]{43}; path=\/; samesite=strict; httponly/i,
    );
  });

  it('keeps no token and no readable password in the database', async () => {
    const browser = somebody();
    await browser.post('/session', right());
    const token = browser.cookies.get('aktenpoort_session');
    const stored = JSON.stringify([
      await house.strapi.db.connection('sessions').select(),
      await house.strapi.db.connection('mailed_links').select(),
      await house.strapi.db.connection('notifications').select(),
      await house.strapi.db.connection('up_users').select(),
    ]);
    expect(token).toHaveLength(43);
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(anna.password);
    expect(stored).toContain('$argon2id$');
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const bert = await givenPortalClient(house, await givenAdministrator(house));
    const wrong = await somebody().post('/session', { userName: bert.email, password: 'not the right one' });
    const unknown = await somebody().post('/session', {
      userName: 'nobody@client.example',
      password: 'not the right one',
    });
    expect(wrong.status).toBe(401);
    expect([unknown.status, unknown.json]).toEqual([wrong.status, wrong.json]);
  });

  it('refuses fields it does not know', async () => {
    const answer = await somebody().post('/session', { ...right(), remember: true });
    expect(answer.status).toBe(400);
    expect(answer.error).toMatchObject({ code: 'invalid-input', fields: ['remember'] });
  });

  it('answers in the language the browser asks for', async () => {
    const wrong = { userName: 'nobody-else@client.example', password: 'not the right one' };
    const answer = await somebody().post('/session', wrong, { 'accept-language': 'de-AT,de;q=0.9' });
    expect(answer.error.message).toContain('Passwort');
  });
});

describe('three wrong passwords', () => {
  it('lock the account, and the right one does not open it', async () => {
    const bert = await givenPortalClient(house, await givenAdministrator(house));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const answer = await somebody().post('/session', {
        userName: bert.email,
        password: 'not the right one',
      });
      expect(answer.error.code).toBe('wrong-credentials');
    }
    const locked = await somebody().post('/session', { userName: bert.email, password: bert.password });
    expect([locked.status, locked.error.code]).toEqual([423, 'account-locked']);
    expect((await bert.portal.get('/dossiers')).status).toBe(200);
  });

  it('are forgotten when a right one comes between', async () => {
    const bert = await givenPortalClient(house, await givenAdministrator(house));
    const attempt = async (password: string) =>
      (await somebody().post('/session', { userName: bert.email, password })).status;
    const statuses = [];
    for (const password of ['wrong', 'wrong', bert.password, 'wrong', 'wrong', bert.password])
      statuses.push(await attempt(password));
    expect(statuses).toEqual([401, 401, 200, 401, 401, 200]);
  });

  it('lock an unknown address in the same way', async () => {
    const attempt = () =>
      somebody().post('/session', { userName: 'stranger@client.example', password: 'wrong' });
    const codes = [];
    for (let n = 0; n < 4; n += 1) codes.push((await attempt()).error.code);
    expect(codes).toEqual(['wrong-credentials', 'wrong-credentials', 'wrong-credentials', 'account-locked']);
  });
});

describe('a session', () => {
  const signedIn = async () => {
    const browser = somebody();
    await browser.post('/session', right());
    return browser;
  };

  it('ends at once when the client signs out, also for a copy of the cookie (R15)', async () => {
    const browser = await signedIn();
    const copy = somebody();
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect((await browser.delete('/session')).status).toBe(204);
    expect((await copy.get('/dossiers')).status).toBe(401);
    expect((await browser.get('/dossiers')).error.code).toBe('not-signed-in');
  });

  it('ends when the account is blocked', async () => {
    const bert = await givenPortalClient(house, await givenAdministrator(house));
    await house.strapi.db.connection('up_users').where({ email: bert.email }).update({ blocked: true });
    expect((await bert.portal.get('/dossiers')).status).toBe(401);
    expect(
      (await somebody().post('/session', { userName: bert.email, password: bert.password })).error.code,
    ).toBe('wrong-credentials');
  });

  it('does not begin with a password that is changed at that very moment', async () => {
    const bert = await givenPortalClient(house, await givenAdministrator(house));
    const { connection } = house.strapi.db;
    let changed: Promise<number> | undefined;
    // As soon as the account has been read, and long before its password is judged, somebody changes it.
    const change = (_rows: unknown, { sql }: { sql: string }) => {
      if (!/from .up_users. inner join .clients./.test(sql)) return;
      changed ??= connection('up_users')
        .where({ email: bert.email })
        .update({ password: 'another' })
        .then(Number);
    };
    connection.on('query-response', change);
    const answer = await somebody().post('/session', { userName: bert.email, password: bert.password });
    connection.removeListener('query-response', change);
    expect(await changed).toBe(1);
    expect([answer.status, answer.error.code]).toEqual([401, 'wrong-credentials']);
  });
});

describe('a request from another site', () => {
  const wrongSite = { origin: 'https://evil.example' };

  it('changes nothing', async () => {
    const answer = await anna.portal.delete('/session', wrongSite);
    expect([answer.status, answer.error.code]).toEqual([403, 'foreign-origin']);
    expect((await anna.portal.get('/dossiers')).status).toBe(200);
  });

  it('is told by the browser even without an origin', async () => {
    const answer = await anna.portal.patch(
      '/account',
      { language: 'de' },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(answer.error.code).toBe('foreign-origin');
  });
});

describe('what users-permissions would offer', () => {
  it.each([
    ['POST', '/api/auth/local'],
    ['POST', '/api/auth/local/register'],
    ['POST', '/api/auth/forgot-password'],
    ['POST', '/api/auth/reset-password'],
    ['POST', '/api/auth/change-password'],
    ['GET', '/api/connect/google'],
    ['GET', '/api/users'],
    ['GET', '/api/users/me'],
    ['GET', '/api/upload/files'],
  ])('is closed: %s %s', async (method, path) => {
    const response = await fetch(house.baseUrl + path, { method });
    expect([404, 405]).toContain(response.status);
  });

  it('leaves no API token behind that nobody asked for', async () => {
    expect(await house.strapi.db.query('admin::api-token').count()).toBe(0);
  });
});
