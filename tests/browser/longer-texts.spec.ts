import { expect, test, type Page } from '@playwright/test';
import { sendMessage } from './desk';
import { PDF } from './files';
import { expectFitting } from './fit';
import { givenClient } from './given';
import { signIn } from './portal';
import { expectQuietPages } from './quiet';

const ANNA = { email: 'anna@client.example', password: 'Zonnige-Terrastafel-26' };
/** So low that the bar at the thumb stands at the page's end and covers nothing. */
const HEIGHT = 400;
const WIDTHS = [320, 360, 768, 1440];

/** Every word a third longer, the longest too. */
const longer = (text: string): string =>
  text.replace(/\p{L}{2,}/gu, (word) => word + word.slice(0, Math.ceil(word.length / 3)).toLowerCase());

/** From now on the portal speaks in longer words; `type: 0` is what is not filled in of a text that was read. */
const speakLonger = async (page: Page): Promise<void> => {
  await page.route(/\/assets\/portal-[\w-]{8}\.js$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(?<="type":0,"value":")(?:[^"\\]|\\.)*/g, (text: string) =>
      longer(text),
    );
    await route.fulfill({ contentType: 'text/javascript', body });
  });
};

const expectFittingEverywhere = async (page: Page): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await expectFitting(page);
  }
};

expectQuietPages();

test.describe('before signing in', () => {
  test.use({ locale: 'de-DE' });

  test('the German pages stand with texts a third longer', async ({ page }) => {
    await speakLonger(page);
    await page.goto('/portal/sign-in');
    await page.getByRole('button', { name: longer('Anmelden'), exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await expectFittingEverywhere(page);
    for (const address of ['forgotten-password', 'activation', 'password#none', 'help', 'news', 'nowhere']) {
      await page.goto(`/portal/${address}`);
      await expectFittingEverywhere(page);
    }
  });
});

test('the pages of a client stand with texts a third longer', async ({ page }) => {
  await signIn(page, ANNA.email, ANNA.password);
  await expect(page.getByRole('heading', { level: 1, name: 'Aankoop Kerkstraat 4' })).toBeVisible();
  const dossier = /dossiers\/[a-z0-9]{24}/.exec(page.url())?.[0] ?? '';
  await speakLonger(page);
  for (const address of ['home', 'dossiers', 'actions', 'details', 'help', 'news']) {
    await page.goto(`/portal/${address}`);
    await expectFittingEverywhere(page);
  }
  for (const tab of ['correspondence', 'provided', 'messages', 'documents']) {
    await page.goto(`/portal/${dossier}/${tab}`);
    await expectFittingEverywhere(page);
  }
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 2, name: longer('Opmerkingen') })).toBeVisible();
  await expectFittingEverywhere(page);
  await page.goto(`/portal/${dossier}/messages/new`);
  await page.getByRole('button', { name: longer('Bericht versturen') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expectFittingEverywhere(page);
  await page.getByRole('banner').getByRole('button').click();
  await expect(page.getByRole('menuitem', { name: longer('Uitloggen') })).toBeVisible();
  await expectFitting(page);
});

test('what comes with a message can be read to its end, its size too', async ({ page }) => {
  const { email, dossiers } = await givenClient('Lena', ['Verkoop Molenstraat 7'], { language: 'nl' });
  const [dossier = ''] = dossiers;
  await sendMessage(dossier, 'Die Unterlagen', { 'Deed.pdf': PDF, 'Letter_of_the_bank_of_2026.pdf': PDF });
  await signIn(page, email);
  await expect(page.getByRole('heading', { level: 1, name: 'Verkoop Molenstraat 7' })).toBeVisible();
  await speakLonger(page);
  await page.goto(`/portal/dossiers/${dossier}/messages`);
  await page.getByRole('link', { name: 'Die Unterlagen' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Deed.pdf' })).toBeVisible();
  await expectFittingEverywhere(page);
});
