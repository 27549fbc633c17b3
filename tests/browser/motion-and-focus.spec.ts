import { expect, test, type Page } from '@playwright/test';
import { signIn } from './portal';
import { expectQuietPages } from './quiet';

const ANNA = { email: 'anna@client.example', password: 'Zonnige-Terrastafel-26' };
const PARTS = ['home', 'dossiers', 'details', 'help'];
/** More than any page has. */
const STOPS = 60;

/** The longest time, in milliseconds, for which anything of the page moves. */
const longestMotion = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const times = (list: string) => list.split(',').map((time) => Number.parseFloat(time) * 1000);
    const motions = [...document.querySelectorAll('*')].flatMap((one) =>
      ['', '::before', '::after'].flatMap((part) => {
        const { transitionDuration, animationDuration } = getComputedStyle(one, part);
        return [...times(transitionDuration), ...times(animationDuration)];
      }),
    );
    return Math.max(...motions);
  });

/** How wide the mark is that shows where the keyboard is, and on what: of the element or what it puts over its row. */
const focusMark = (page: Page): Promise<{ on: string; width: number }> =>
  page.evaluate(() => {
    const one = document.activeElement ?? document.body;
    const widths = ['', '::after'].map((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one, part);
      return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
    });
    return { on: one === document.body ? '' : one.outerHTML.slice(0, 120), width: Math.max(...widths) };
  });

/** Walks with the keyboard through the whole page. */
const expectFocusSeen = async (page: Page): Promise<void> => {
  const unseen: string[] = [];
  let stops = 0;
  for (; stops < STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const { on, width } = await focusMark(page);
    if (on === '') break;
    if (width < 2) unseen.push(on);
  }
  expect({ at: page.url(), unseen }).toEqual({ at: page.url(), unseen: [] });
  expect(stops).toBeGreaterThan(5);
};

expectQuietPages();

test('for who asks for less motion nothing moves; for others it may', async ({ page }) => {
  await signIn(page, ANNA.email, ANNA.password);
  await expect(page.getByRole('heading', { level: 1, name: 'Aankoop Kerkstraat 4' })).toBeVisible();
  expect(await longestMotion(page)).toBeGreaterThan(100);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await longestMotion(page)).toBeLessThanOrEqual(1);
  for (const part of PARTS) {
    await page.goto(`/portal/${part}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await longestMotion(page)).toBeLessThanOrEqual(1);
  }
});

test('wherever the keyboard is, it can be seen', async ({ page }) => {
  await page.goto('/portal/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectFocusSeen(page);
  await signIn(page, ANNA.email, ANNA.password);
  await expect(page.getByRole('heading', { level: 1, name: 'Aankoop Kerkstraat 4' })).toBeVisible();
  await expectFocusSeen(page);
  for (const part of PARTS) {
    await page.goto(`/portal/${part}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectFocusSeen(page);
  }
});
