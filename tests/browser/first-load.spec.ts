import { expect, test, type Page } from '@playwright/test';
import { givenClient, type GivenClient } from './given';
import { signIn } from './portal';
import { expectQuietPages } from './quiet';

expectQuietPages();

let anna: GivenClient;
let bert: GivenClient;
test.beforeAll(async () => {
  anna = await givenClient('Anna', ['Purchase of Kerkstraat 4', 'Will']);
  bert = await givenClient('Bert', ['Sale of the mill']);
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** What the page asks of the API while `visit` lasts, in its order. */
const questionsOf = async (page: Page, visit: () => Promise<unknown>): Promise<string[]> => {
  const asked: string[] = [];
  const hear = (request: { url(): string; method(): string }) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/portal')) asked.push(`${request.method()} ${pathname.slice(11)}`);
  };
  page.on('request', hear);
  await visit();
  await page.waitForLoadState('networkidle');
  page.off('request', hear);
  return asked;
};

test('a page that is loaded asks nothing that came with it', async ({ page }) => {
  const signInPage = await questionsOf(page, () => page.goto('/portal/sign-in'));
  expect(signInPage).toEqual([]);
  await signIn(page, anna.email);
  await expect(heading(page, /Good/)).toBeVisible();
  const [dossier = ''] = anna.dossiers;
  for (const [address, name] of [
    ['/portal', /Good/],
    ['/portal/home', /Good/],
    [`/portal/dossiers/${dossier}`, 'Purchase of Kerkstraat 4'],
    [`/portal/dossiers/${dossier}/documents`, 'Purchase of Kerkstraat 4'],
    [`/portal/dossiers/${dossier}/messages`, 'Purchase of Kerkstraat 4'],
  ] as const) {
    const asked = await questionsOf(page, async () => {
      await page.goto(address);
      await expect(heading(page, name)).toBeVisible();
    });
    expect([address, asked]).toEqual([address, []]);
  }
});

test('who has one dossier lands in it without a question (R42)', async ({ page }) => {
  await signIn(page, bert.email);
  await expect(heading(page, 'Sale of the mill')).toBeVisible();
  const asked = await questionsOf(page, async () => {
    await page.goto('/portal');
    await expect(heading(page, 'Sale of the mill')).toBeVisible();
  });
  expect(asked).toEqual([]);
  expect(new URL(page.url()).pathname).toBe(`/portal/dossiers/${bert.dossiers[0]}/documents`);
});

test('from then on each page is one question, and none is answered by what was loaded before', async ({
  page,
}) => {
  await page.goto('/portal/sign-in');
  const afterSignIn = await questionsOf(page, async () => {
    await signIn(page, anna.email);
    await expect(heading(page, /Good/)).toBeVisible();
  });
  expect(afterSignIn.filter((one) => one.startsWith('GET /home'))).toHaveLength(1);
  await page.goto('/portal/dossiers');
  // The list asks by itself; that is not what is counted here.
  await page.waitForLoadState('networkidle');
  const opened = await questionsOf(page, async () => {
    await page.getByRole('link', { name: 'Will' }).click();
    await expect(heading(page, 'Will')).toBeVisible();
  });
  expect(opened).toEqual([`GET /dossiers/${anna.dossiers[1]}`]);
  const other = await questionsOf(page, () => page.getByRole('tab', { name: /Provided by me/ }).click());
  expect(other).toEqual([]);
  const home = await questionsOf(page, async () => {
    await page.getByRole('link', { name: 'Home' }).first().click();
    await expect(heading(page, /Good/)).toBeVisible();
  });
  expect(home).toEqual(['GET /home']);
});

test('who comes by a link in a mail brings no cookie, and is in all the same', async ({ page }) => {
  await signIn(page, anna.email);
  await expect(heading(page, /Good/)).toBeVisible();
  const { origin } = new URL(page.url());
  // Another site than localhost, though the same server.
  await page.goto(origin.replace('localhost', '127.0.0.1') + '/portal/sign-in');
  const asked = await questionsOf(page, async () => {
    const link = `${origin}/portal/dossiers/${anna.dossiers[0]}`;
    await page.evaluate((address) => location.assign(address), link);
    await expect(heading(page, 'Purchase of Kerkstraat 4')).toBeVisible();
  });
  expect(asked).toContain('GET /session');
  expect(asked).toContain(`GET /dossiers/${anna.dossiers[0]}`);
});

test('who has signed out finds nothing by going back', async ({ page }) => {
  await signIn(page, anna.email);
  await expect(heading(page, /Good/)).toBeVisible();
  await page.goto(`/portal/dossiers/${anna.dossiers[0]}`);
  await expect(heading(page, 'Purchase of Kerkstraat 4')).toBeVisible();
  await page.goto('/portal/home');
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  // What came with the page at first is not to be found in it any more.
  for (const word of ['Kerkstraat', anna.email]) expect(await page.content()).not.toContain(word);
  for (let times = 0; times < 2; times += 1) {
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    expect(await page.content()).not.toContain('Kerkstraat');
  }
});

test('the firm stands there before the app does, for nobody to hear twice', async ({ page }) => {
  // The app has not come yet: its files are there, and nothing is in them.
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto('/portal/sign-in');
  const look = page.locator('.first-look');
  await expect(look).toBeVisible();
  await expect(look).toHaveAttribute('aria-hidden', 'true');
  await expect(look.locator('.brand-name')).not.toBeEmpty();
  await page.unroute('**/assets/*.js');
  await page.goto('/portal/sign-in');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect(look).toBeHidden();
});

test('the code of the page is named with it, and none that it does not run', async ({ page }) => {
  await signIn(page, bert.email);
  await expect(heading(page, 'Sale of the mill')).toBeVisible();
  for (const address of ['/portal/home', '/portal']) {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/\.js$/.test(request.url())) asked.push(new URL(request.url()).pathname);
    });
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const named = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('link[rel=modulepreload], script[src]')].map(
        (one) => new URL(one.getAttribute('href') ?? one.getAttribute('src') ?? '', location.href).pathname,
      ),
    );
    // It comes behind the styles and the letters, with which the first look is drawn.
    const sent = await (await page.request.get(address)).text();
    expect(sent.match(/<link rel="modulepreload"(?![^>]* fetchpriority="low")/g)).toBeNull();
    // The account's menu is loaded when the page stands.
    const late = asked.filter((file) => !named.includes(file));
    expect([address, late.filter((file) => !/account-menu/.test(file))]).toEqual([address, []]);
    page.removeAllListeners('request');
  }
});
