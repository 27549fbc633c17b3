import { expect, test, type Page } from '@playwright/test';
import { signIn } from './portal';
import { listen } from './quiet';

const ANNA = { email: 'anna@client.example', password: 'Zonnige-Terrastafel-26' };
const KILOBYTE = 1000;
/** A phone asks for six at a time, and waits for each again: once a dossier came in 46 files, most of a kilobyte. */
const FILES_AT_MOST = 10;
/** What is loaded when it is needed, and by nobody before. */
const LATER = /pdf|judge|in-parts|browser-/;

/** The scripts that the page asked for while `visit` lasted, each with its bytes as brotli has them. */
const scriptsOf = async (page: Page, visit: () => Promise<unknown>): Promise<Map<string, number>> => {
  const asked = new Set<string>();
  const hear = (request: { url(): string; resourceType(): string }) => {
    if (request.resourceType() === 'script') asked.add(request.url());
  };
  page.on('request', hear);
  await visit();
  page.off('request', hear);
  const sizes = new Map<string, number>();
  for (const url of asked) {
    const answer = await page.request.get(url, { headers: { 'accept-encoding': 'br' } });
    sizes.set(new URL(url).pathname, Number(answer.headers()['content-length']));
  }
  return sizes;
};

const total = (sizes: Map<string, number>): number =>
  [...sizes.values()].reduce((sum, size) => sum + size, 0);

test('the sign-in page asks for at most 120 kB of scripts, and for none that it does not need', async ({
  page,
}) => {
  const scripts = await scriptsOf(page, async () => {
    await page.goto('/portal/sign-in');
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  });
  expect([...scripts.keys()].filter((name) => LATER.test(name))).toEqual([]);
  expect(scripts.size).toBeGreaterThan(1);
  expect(scripts.size).toBeLessThanOrEqual(FILES_AT_MOST);
  expect(total(scripts)).toBeLessThanOrEqual(120 * KILOBYTE);
});

test('the sign-in page asks the browser nothing of dates and numbers, which takes a telephone an eighth of a second', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    for (const name of ['DateTimeFormat', 'NumberFormat'] as const)
      Object.assign(Intl, {
        [name]: new Proxy(Intl[name], {
          construct: (format, args) => {
            asked.push(`new ${name}`);
            return Reflect.construct(format, args) as object;
          },
          get: (format, property) => {
            if (property === 'supportedLocalesOf') asked.push(`${name}.${property}`);
            return Reflect.get(format, property) as unknown;
          },
        }),
      });
  });
  const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  await page.goto('/portal/sign-in');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  expect(await asked()).toEqual([]);
  // A dossier says when its documents came.
  await signIn(page, ANNA.email, ANNA.password);
  await page.waitForURL(/\/portal\/dossiers/);
  await expect.poll(asked).not.toEqual([]);
});

for (const { page: what, address, limit } of [
  { page: 'home', address: '/portal/home', limit: 170 },
  { page: 'a dossier', address: '/portal', limit: 170 },
]) {
  test(`${what} asks for at most ${limit} kB of them`, async ({ page }) => {
    const heard = listen(page);
    await signIn(page, ANNA.email, ANNA.password);
    await page.waitForURL(/\/portal\/dossiers/);
    const scripts = await scriptsOf(page, async () => {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
    });
    expect([...scripts.keys()].filter((name) => LATER.test(name))).toEqual([]);
    expect(scripts.size).toBeLessThanOrEqual(FILES_AT_MOST);
    expect(total(scripts)).toBeLessThanOrEqual(limit * KILOBYTE);
    expect(heard).toEqual([]);
  });
}

test('files of the portal come compressed, and their copies are told apart', async ({ page }) => {
  await page.goto('/portal/sign-in');
  const src = (await page.locator('script[src]').first().getAttribute('src')) ?? '';
  const as = async (encoding: string) =>
    (await page.request.get(src, { headers: { 'accept-encoding': encoding } })).headers();
  for (const encoding of ['br', 'gzip']) {
    expect(await as(encoding)).toMatchObject({
      'content-encoding': encoding,
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringContaining('Accept-Encoding'),
    });
  }
  expect((await as('identity'))['content-encoding']).toBeUndefined();
});
