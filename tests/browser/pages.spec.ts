import { expect, test, type Page } from '@playwright/test';
import { JANSEN, signInAtDesk } from './desk';
import { expectNothingBeside } from './look';
import { picture } from './picture';
import { signIn } from './portal';
import { expectAccessible, listen } from './quiet';

const ANNA = { email: 'anna@client.example', password: 'Zonnige-Terrastafel-26' };
const SIZES = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'computer', width: 1440, height: 900 },
];

/** Nothing of the page lies outside the screen, and a machine finds nothing against its access. */
const expectShowable = async (page: Page, part?: string): Promise<void> => {
  await expectNothingBeside(page);
  await expectAccessible(page, part);
};

for (const { name: size, width, height } of SIZES) {
  test.describe(`on a ${size}`, () => {
    test.use({ viewport: { width, height } });

    test('the pages before signing in can be used by everybody', async ({ page }) => {
      const heard = listen(page);
      const pages = {
        'sign-in': 'Welcome',
        'forgotten-password': 'Forgotten',
        activation: 'Activate',
        help: 'Help',
        news: 'News',
      };
      for (const [address, heading] of Object.entries(pages)) {
        await page.goto(`/portal/${address}`);
        await expect(page.getByRole('heading', { level: 1, name: new RegExp(heading) })).toBeVisible();
        await expectShowable(page);
        await picture(page, `${address}-${size}`);
      }
      expect(heard).toEqual([]);
    });

    for (const [language, button] of [
      ['nl', 'Nederlands'],
      ['de', 'Deutsch'],
    ] as const) {
      test(`the sign-in page speaks ${language}, and says so to a screen reader`, async ({ page }) => {
        await page.goto('/portal');
        await page.getByRole('button', { name: button }).click();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expectShowable(page);
      });
    }

    test("a client's pages can be used by everybody", async ({ page }) => {
      const heard = listen(page);
      // The demo's client reads Dutch; the language is the account's own.
      await page.goto('/portal');
      await page.getByRole('button', { name: 'English' }).click();
      await signIn(page, ANNA.email, ANNA.password);
      await expect(page.getByRole('heading', { level: 1, name: 'Aankoop Kerkstraat 4' })).toBeVisible();
      await expectShowable(page);
      await picture(page, `dossier-${size}`);
      for (const tab of ['correspondence', 'documents', 'provided', 'messages', 'messages/new']) {
        await page.goto(page.url().replace(/(\/dossiers\/[a-z0-9]{24}).*/, `$1/${tab}`));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectShowable(page);
        await picture(page, `${tab.replace('/', '-')}-${size}`);
      }
      await page.getByRole('contentinfo').getByRole('link', { name: 'Hulp' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Hulp' })).toBeFocused();
      // Before the questions are there, the next stop of the keyboard is the firm's telephone number.
      await expect(page.getByRole('button', { name: /geen e-mail ontvangen/ })).toBeVisible();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(page.getByText('de map met ongewenste e-mail')).toBeVisible();
      await expect(page.getByRole('banner').getByRole('button', { name: /Anna/ })).toBeVisible();
      await expectShowable(page);
      await picture(page, `help-open-${size}`);
      expect(heard).toEqual([]);
    });

    test('an address that is nobody’s or somebody else’s says the same', async ({ page }) => {
      await signIn(page, ANNA.email, ANNA.password);
      await expect(page.getByRole('heading', { level: 1, name: 'Aankoop Kerkstraat 4' })).toBeVisible();
      for (const address of ['/portal/nowhere', `/portal/dossiers/${'a'.repeat(24)}`]) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(/niet gevonden|not found/i);
        // Whoever is signed in stays so.
        await expect(page.getByRole('banner').getByRole('button', { name: /Anna/ })).toBeVisible();
        await expectShowable(page);
      }
    });

    test('the pages of the desk can be used by everybody', async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await signInAtDesk(page, JANSEN);
      await page.setViewportSize({ width, height });
      await page.goto('/admin/clients');
      await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible();
      await expectShowable(page, 'main');
      await picture(page, `desk-clients-${size}`);
      await page.goto('/admin/dossiers');
      await page.getByRole('link', { name: 'Aankoop Kerkstraat 4' }).click();
      await expect(page.getByRole('tab', { name: 'Documents' })).toBeVisible();
      await expectShowable(page, 'main');
      await picture(page, `desk-dossier-${size}`);
      await page.getByRole('tab', { name: /Messages/ }).click();
      await expect(page.getByRole('tabpanel')).toContainText('Vraag over de sleutels');
      await expectShowable(page, 'main');
      await picture(page, `desk-messages-${size}`);
    });
  });
}
