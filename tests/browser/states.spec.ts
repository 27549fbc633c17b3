import { expect, test, type Page } from '@playwright/test';
import { givenClient, type GivenClient } from './given';
import { expectNothingBeside } from './look';
import { signIn, withoutAnswers } from './portal';
import { expectAccessible, listen } from './quiet';

test.describe.configure({ mode: 'serial' });

test.describe('a page says what state it is in, to everybody', () => {
  let page: Page;
  let willem: GivenClient;
  let heard: string[] = [];

  test.beforeAll(async ({ browser }) => {
    willem = await givenClient('Willem', ['Will of 2026', 'Company Noord']);
    page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    heard = listen(page);
    await withoutAnswers(page);
    await signIn(page, willem.email);
    await expect(page.getByRole('heading', { level: 1, name: /Willem/ })).toBeVisible();
  });
  test.afterAll(() => page.context().close());
  // What these tests break is noted by the browser; nothing else is.
  test.afterEach(() =>
    expect(heard.filter((text) => !/status of 500|net::ERR|dynamically imported module/.test(text))).toEqual(
      [],
    ),
  );

  const heading = () => page.getByRole('heading', { level: 1 });
  const dossier = (rest = '') => `/portal/dossiers/${willem.dossiers[0]}${rest}`;
  const DATA = '**/api/portal/**';

  test('that it is loading, in its shape', async () => {
    let go = (): void => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.route('**/api/portal/dossiers/**', (route) => held.then(() => route.continue()));
    await page.goto(dossier('/documents'));
    await expect(page.getByRole('heading', { level: 1, name: 'Loading…' })).toBeAttached();
    await expect(page.locator('.skeleton-line').first()).toBeVisible();
    await expectAccessible(page);
    go();
    await expect(heading()).toHaveText('Will of 2026');
    await page.unroute('**/api/portal/dossiers/**');
  });

  test('that it failed, and another try helps', async () => {
    await page.route(DATA, (route) => route.fulfill({ status: 500, body: 'Bad gateway' }));
    await page.goto(dossier());
    await expect(heading()).toHaveText('This page could not be shown');
    await expect(page.getByRole('alert')).toContainText('could not read');
    await expectAccessible(page);
    await page.unroute(DATA);
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(heading()).toHaveText('Will of 2026');
  });

  test('that the server is away, and comes back by itself', async () => {
    for (const away of [DATA, '**/api/portal/dossiers/**']) {
      await page.route(away, (route) => route.abort('connectionrefused'));
      await page.goto(dossier('/documents'));
      await expect(page.getByRole('alert')).toContainText('We could not reach the portal');
      await page.unroute(away);
      await expect(heading()).toHaveText('Will of 2026');
    }
  });

  test('that the line is lost, keeps what is typed, and goes on when it is back', async () => {
    await page.goto(dossier('/messages/new'));
    await page.getByRole('textbox', { name: 'Your message' }).fill('Half a sentence');
    await page.context().setOffline(true);
    await expect(page.getByText('There is no internet connection.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Offline');
    await page.getByRole('button', { name: 'Send message' }).click();
    await expect(page.getByRole('alert')).toContainText('Nothing you typed is lost');
    await expectAccessible(page);
    // A page that was never opened before: its code cannot come now.
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.getByRole('navigation').getByRole('link', { name: 'Actions' }).click();
    await expect(heading()).toHaveText('This page could not be shown');
    await expect(page.getByRole('alert')).toContainText('check your internet connection');
    await page.context().setOffline(false);
    await expect(heading()).toHaveText('Actions');
    await page.goto(dossier('/messages/new'));
    await expect(page.getByRole('textbox', { name: 'Your message' })).toHaveValue('Half a sentence');
    await page.getByRole('button', { name: 'Send message' }).click();
    await expect(page.getByText('Your message has been sent.')).toBeVisible();
  });

  for (const [how, media, width] of [
    ['in the dark, at 320 pixels', { colorScheme: 'dark', reducedMotion: 'reduce' }, 320],
    // Twice as large on a window of 1280 is what a window of 640 shows.
    ['in the light, at 200 %', { colorScheme: 'light', reducedMotion: 'no-preference' }, 640],
  ] as const)
    test(`${how}, every page can be used while it is empty`, async () => {
      await page.emulateMedia(media);
      await page.setViewportSize({ width, height: 600 });
      const pages = ['/correspondence', '/messages', '/messages/new', '/documents', '/provided'].map((rest) =>
        dossier(rest),
      );
      for (const address of [
        ...pages,
        ...['home', 'dossiers', 'actions', 'details', 'news', 'help'].map((one) => `/portal/${one}`),
      ]) {
        await page.goto(address);
        await expect(heading()).toBeVisible();
        await expect(page.locator('.skeleton')).toHaveCount(0);
        await expectAccessible(page);
        await expectNothingBeside(page);
      }
    });
});
