import type { Guard } from '../../src/plugins/lockout/server/services/guard';
import type { House } from '../support';
import { browser, portal, startStrapi } from '../support';
import { givenCase, newMessage, type Case } from '../access/case';
import { temporaryFilesHolding } from '../document/on-disk';
import { cookieOf, openLine } from './raw';

let house: House;
let own: Case;

beforeAll(async () => {
  house = await startStrapi();
  own = await givenCase(house);
});
afterAll(() => house.stop());

const messages = () => `/dossiers/${own.dossier.id}/messages`;
const json = { 'content-type': 'application/json' };

describe('a JSON body', () => {
  it.each([true, false])(
    'that is too large is turned away before it is read (signed in: %s)',
    async (isKnown) => {
      const known = isKnown ? cookieOf(own.anna.portal) : {};
      const headers = { ...known, 'Content-Type': 'application/json', 'Content-Length': '10000000' };
      const answer = await openLine(house, `POST /api/portal${messages()}`, headers).answer;
      expect([answer.status, JSON.parse(answer.body)]).toMatchObject([413, { error: { code: 'too-large' } }]);
    },
  );

  it('that grows too large without having said so is turned away too', async () => {
    const headers = {
      ...cookieOf(own.anna.portal),
      'Content-Type': 'application/json',
      'Transfer-Encoding': 'chunked',
    };
    const line = openLine(house, `POST /api/portal${messages()}`, headers);
    const part = Buffer.alloc(64 * 1024, ' ');
    for (let n = 0; n < 3; n += 1) line.say(`${part.length.toString(16)}\r\n${part.toString()}\r\n`);
    expect((await line.answer).status).toBe(413);
  });

  it.each(['{', '', 'null', '[]', '"text"', '{"subject":{"$gt":""},"body":["a"]}', '{"__proto__":{"a":1}}'])(
    'that is not what is asked for is refused: %s',
    async (body) => {
      const answer = await own.anna.portal.send('POST', messages(), body, json);
      expect([400, 415]).toContain(answer.status);
      expect(['invalid-input', 'unsupported-type']).toContain(answer.error.code);
    },
  );

  it('of another kind is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const answer = await own.anna.portal.send('POST', messages(), JSON.stringify(newMessage()), {
        'content-type': type,
      });
      expect([answer.status, answer.error.code]).toEqual([415, 'unsupported-type']);
    }
  });
});

describe('a form with files', () => {
  const form = (marker: string) => {
    const body = new FormData();
    for (const field of ['files', 'file', 'data']) body.append(field, new Blob([marker]), 'deed.pdf');
    return body;
  };

  it.each([
    ['at the portal', '/api/portal/session', 'POST'],
    ['at the portal, where nothing is', '/api/portal/nothing', 'POST'],
    ['at the portal, to change something', '/api/portal/account', 'PATCH'],
    ['at the desk', '/desk/clients', 'POST'],
    ['at the desk, where nothing is', '/desk/nothing', 'PUT'],
  ])('is refused and leaves no file behind: %s', async (_where, path, method) => {
    const marker = `form-${path}-${process.pid}-${Date.now()}`;
    for (const who of [own.anna.portal.cookies, new Map<string, string>()]) {
      const cookie = [...who].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await browser(house.baseUrl, '').send(
        method,
        path,
        form(marker),
        cookie ? { cookie } : {},
      );
      expect([answer.status, answer.error.code]).toEqual([415, 'unsupported-type']);
    }
    expect(temporaryFilesHolding(Buffer.from(marker))).toEqual([]);
  });
});

describe('every answer', () => {
  it('is kept by nobody and taken for nothing else', async () => {
    for (const answer of [
      await own.anna.portal.get('/dossiers'),
      await portal(house.baseUrl).get('/dossiers'),
    ]) {
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it.each([
    ['nl', 'nl-NL,nl;q=0.9'],
    ['de', 'de'],
    ['en', 'pl'],
  ])('that refuses is in the language of who asks: %s', async (language, accepted) => {
    const { error } = await portal(house.baseUrl).get('/dossiers', { 'accept-language': accepted });
    const texts = (await import(`../../src/texts/${language}/errors.json`)) as {
      default: Record<string, string>;
    };
    expect(error.message).toBe(texts.default['error.not-signed-in']);
  });

  it('that refuses staff is in the language of their profile, or of the panel in which they ask', async () => {
    const texts = (await import('../../src/texts/de/errors.json')) as { default: Record<string, string> };
    const asked = () => own.jan.desk.get('/dossiers/x', { 'accept-language': 'de' });
    expect((await asked()).error.message).toBe(texts.default['error.not-found']);
    await own.jan.admin.put('/users/me', { preferedLanguage: 'en' });
    expect((await asked()).error.message).not.toBe(texts.default['error.not-found']);
  });

  it('that refuses a client who is signed in is in their own language, whatever the browser says', async () => {
    await own.anna.portal.patch('/account', { language: 'nl' });
    const { error } = await own.anna.portal.get('/dossiers/x', { 'accept-language': 'de' });
    const texts = (await import('../../src/texts/nl/errors.json')) as { default: Record<string, string> };
    expect(error.message).toBe(texts.default['error.not-found']);
    await own.anna.portal.patch('/account', { language: 'en' });
  });

  it.each([
    ['an address where nothing is', 'GET', '/api/portal/nothing', 404, 'not-found'],
    ['the desk where nothing is', 'GET', '/desk/nothing', 404, 'not-found'],
    ['a method that is not offered', 'PUT', '/api/portal/dossiers', 405, 'method-not-allowed'],
    ['a method nobody knows', 'PROPFIND', '/api/portal/dossiers', 405, 'method-not-allowed'],
  ])('has the form of the contract: %s', async (_what, method, path, status, code) => {
    const answer = await browser(house.baseUrl, '').send(method, path);
    expect([answer.status, answer.error.code]).toEqual([status, code]);
  });

  it.each(['/api/portal/session%00', '/api/portal/%ff', '/api/portal/assets/%', '/desk/%e0%a4%a'])(
    'to an address that cannot be read says so, and fills no log: %s',
    async (path) => {
      const log = jest.spyOn(house.strapi.log, 'error');
      const answer = await browser(house.baseUrl, '').send('GET', path);
      expect([answer.status, answer.error.code]).toEqual([400, 'invalid-input']);
      expect(log).not.toHaveBeenCalled();
      log.mockRestore();
    },
  );
});

describe('a fault of ours', () => {
  it('is not blamed on who asked, whatever status a service of others gave it, and is in the log', async () => {
    const guard = house.strapi.plugin('lockout').service<Guard>('guard');
    const fault = Object.assign(new Error('The service does not like our key'), { status: 400 });
    const broken = jest.spyOn(guard, 'reserve').mockRejectedValue(fault);
    const log = jest.spyOn(house.strapi.log, 'error').mockReturnValue(house.strapi.log);
    const signIn = { userName: own.anna.email, password: own.anna.password };
    const answer = await portal(house.baseUrl).post('/session', signIn);
    expect([answer.status, answer.error.code]).toEqual([500, 'unexpected']);
    expect(log).toHaveBeenCalledWith(expect.stringContaining('does not like our key'));
    broken.mockRestore();
    log.mockRestore();
  });
});

describe('a request from a foreign page', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin of its own', { origin: 'null' }],
    ['another port of the same machine', { origin: 'http://127.0.0.1:1' }],
    ['an origin that is none', { origin: 'evil' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    [
      'another site that calls itself ours',
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
    ],
    ['a page without an origin that calls itself ours', { 'sec-fetch-site': 'none', origin: 'null' }],
  ])('changes nothing: %s', async (_who, headers) => {
    const answer = await own.anna.portal.post(messages(), newMessage(), headers);
    expect([answer.status, answer.error.code]).toEqual([403, 'foreign-origin']);
    expect((await own.anna.portal.get(messages())).json).toEqual({ messages: [] });
  });
});

describe('the same address in other letters', () => {
  it.each(['/API/PORTAL', '/api/Portal', '/Desk'])('is no way around all this: %s', async (prefix) => {
    const marker = `case-${prefix}-${process.pid}-${Date.now()}`;
    const body = new FormData();
    body.append('other', new Blob([marker]), 'deed.pdf');
    const who = browser(house.baseUrl, prefix, { cookie: cookieOf(own.anna.portal).Cookie ?? '' });
    expect((await who.get('/dossiers')).headers.get('cache-control')).toBe('no-store');
    const changed = await who.patch('/account', { language: 'de' }, { origin: 'https://evil.example' });
    expect(changed.error.code).toBe('foreign-origin');
    expect((await who.send('POST', '/session', body)).error.code).toBe('unsupported-type');
    expect(temporaryFilesHolding(Buffer.from(marker))).toEqual([]);
  });
});
