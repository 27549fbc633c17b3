import type { House } from '../support';
import { browser, startStrapi } from '../support';

let house: House;

beforeAll(async () => {
  house = await startStrapi();
});
afterAll(() => house.stop());

describe('a page of another origin', () => {
  const ask = (method: string, origin: string) =>
    browser(house.baseUrl, '/admin').send(method, '/access-token', undefined, {
      origin,
      'access-control-request-method': 'POST',
    });

  it.each(['http://127.0.0.1:1', 'https://evil.example', 'null'])(
    'may read nothing that the admin panel answers: %s',
    async (origin) => {
      for (const method of ['OPTIONS', 'POST']) {
        const { headers } = await ask(method, origin);
        expect(headers.get('access-control-allow-origin')).toBeNull();
        expect(headers.get('access-control-allow-credentials')).toBeNull();
      }
    },
  );

  it('is not the house itself, which may', async () => {
    const { headers } = await ask('POST', house.baseUrl);
    expect(headers.get('access-control-allow-origin')).toBe(house.baseUrl);
  });
});

describe('a slow line', () => {
  it('has half an hour for a large file, and a minute to say what it wants', () => {
    const { requestTimeout, headersTimeout } = house.strapi.server.httpServer;
    expect([requestTimeout, headersTimeout]).toEqual([30 * 60_000, 60_000]);
  });
});

describe('a line on which nothing is said', () => {
  it('is kept longer than any usual proxy keeps it, so that no request meets its end', async () => {
    const { headers } = await fetch(`${house.baseUrl}/portal`);
    const seconds = Number(/^timeout=(\d+)$/.exec(headers.get('keep-alive') ?? '')?.[1]);
    expect(seconds).toBeGreaterThan(120);
  });
});
