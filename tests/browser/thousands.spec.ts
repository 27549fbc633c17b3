import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { inDatabase } from './database';
import { givenClient, type GivenClient } from './given';
import { signIn } from './portal';
import { expectAccessible, listen } from './quiet';

const COUNT = 3000;
/** So many rows SQLite takes in one statement. */
const BATCH = 100;
const DAY = 86_400_000;
/**
 * So many milliseconds of work, without the time in which others had the processor, a phone that is four times slower
 * does within a second, which a person takes for at once.
 */
const AT_ONCE = 250;

/** The rows of a client who has been with the firm for decades; written at once, as no desk could. */
const seedDossiers = ({ dossiers: [known = ''] }: GivenClient): Promise<void> =>
  inDatabase(async (database) => {
    const row = await database('dossiers')
      .where({ document_id: known })
      .first<{ client_id: number }>('client_id');
    const now = Date.now();
    const rows = Array.from({ length: COUNT - 1 }, (_, at) => ({
      document_id: `${known.slice(0, 18)}${String(at).padStart(6, '0')}`,
      number: `${known.slice(0, 8)}.${at + 1}`,
      description: `Lease of Singel ${at + 1}`,
      status: at % 3 === 0 ? 'closed' : 'in-progress',
      ...row,
      last_activity_at: now - (at + 1) * DAY,
      message_count: 0,
      staff_unread_count: 0,
      created_at: now,
      updated_at: now,
      published_at: now,
    }));
    await database.batchInsert('dossiers', rows, BATCH);
  });

test.describe.configure({ mode: 'serial' });

test.describe('a client with three thousand dossiers, on a phone', () => {
  let page: Page;
  let device: CDPSession;
  let heard: string[] = [];

  test.beforeAll(async ({ browser }) => {
    const client = await givenClient('Theo', ['Purchase of Herengracht 1']);
    await seedDossiers(client);
    page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    heard = listen(page);
    await signIn(page, client.email);
    await expect(page.getByRole('heading', { level: 1, name: /Theo/ })).toBeVisible();
    device = await page.context().newCDPSession(page);
    await device.send('Performance.enable', { timeDomain: 'threadTicks' });
  });
  test.afterAll(() => page.context().close());
  test.afterEach(() => expect(heard).toEqual([]));

  const rows = () => page.getByRole('main').getByRole('listitem');
  const search = () => page.getByRole('searchbox');
  const found = () => page.getByRole('status').filter({ hasText: 'of 3,000' });
  const more = () => page.getByRole('button', { name: /^Show more dossiers/ });
  const toTheEnd = () =>
    page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));

  /** How many milliseconds the page has worked so far. */
  const worked = async (): Promise<number> => {
    const { metrics } = await device.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  /** How long the page works on an act until its answer is drawn. */
  const workOf = async (act: () => Promise<unknown>): Promise<number> => {
    const before = await worked();
    await act();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    return (await worked()) - before;
  };

  test('opens the list, and only its beginning is drawn', async () => {
    await page.goto('/portal/dossiers');
    await expect(found()).toHaveText('3,000 of 3,000 dossiers');
    expect(await rows().count()).toBeLessThanOrEqual(120);
    await expect(rows().first()).toContainText('Purchase of Herengracht 1');
  });

  test('finds one among them while typing, with every key answered at once', async () => {
    const work: number[] = [];
    await search().focus();
    for (const key of 'singel 2718') work.push(await workOf(() => page.keyboard.type(key)));
    expect(Math.max(...work)).toBeLessThan(AT_ONCE);
    await expect(rows()).toHaveCount(1);
    await expect(rows()).toContainText('Lease of Singel 2718');
    await expect(found()).toHaveText('1 of 3,000 dossiers');
    await search().fill('');
    await expect(found()).toHaveText('3,000 of 3,000 dossiers');
  });

  test('filters and sorts them at once', async () => {
    const closed = page.getByRole('checkbox', { name: 'In progress' });
    expect(await workOf(() => closed.press('Space'))).toBeLessThan(AT_ONCE);
    await expect(found()).toHaveText('1,000 of 3,000 dossiers');
    expect(await workOf(() => closed.press('Space'))).toBeLessThan(AT_ONCE);
    const order = page.getByRole('combobox', { name: 'Order' });
    expect(await workOf(() => order.selectOption('By number'))).toBeLessThan(AT_ONCE);
    await expect(rows().filter({ hasText: 'Singel' }).nth(9)).toContainText('Lease of Singel 10');
    await order.selectOption('Latest change first');
  });

  test('scrolls on without a page to turn, and still reaches the end of the page', async () => {
    await expect(async () => {
      await toTheEnd();
      await expect(more()).toBeInViewport({ timeout: 100 });
      expect(await rows().count()).toBe(300);
    }).toPass();
    await toTheEnd();
    await expect(page.getByRole('contentinfo')).toBeInViewport();
    expect(await rows().count()).toBe(300);
    await expectAccessible(page);
  });

  test('asks for more by keyboard, goes on at the first of them, and opens it', async () => {
    await expect(more()).toHaveAccessibleName('Show more dossiers (2,700 more)');
    await more().focus();
    expect(await workOf(() => page.keyboard.press('Enter'))).toBeLessThan(AT_ONCE);
    await expect(page.getByRole('link', { name: 'Lease of Singel 300', exact: true })).toBeFocused();
    await expect(page.getByRole('link', { name: 'Lease of Singel 300', exact: true })).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Lease of Singel 300' })).toBeFocused();
  });

  test('comes back to where the list was left, by the browser and by the way in the page', async () => {
    const left = page.getByRole('link', { name: 'Lease of Singel 300', exact: true });
    await page.goBack();
    await expect(left).toBeFocused();
    await expect(left).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByRole('link', { name: 'Dossiers' }).press('Enter');
    await expect(left).toBeFocused();
  });
});
