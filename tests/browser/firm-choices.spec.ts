import { expect, test, type Page } from '@playwright/test';
import { changeSettings } from './desk';
import { PDF } from './files';
import { givenClient, type GivenClient } from './given';
import { attach, choose, signIn } from './portal';
import { expectAccessible, listen } from './quiet';

/** What the firm may choose about the portal, in the other position; the defaults are what every other test sees. */
test.describe('what the firm chooses is what its clients see, and back', () => {
  let fenna: GivenClient;

  test.beforeAll(async () => {
    fenna = await givenClient('Fenna', ['Lease of Kade 9']);
  });
  test.afterEach(() =>
    changeSettings({
      clientUploads: 'dossier',
      filesPerMessage: 20,
      userNames: 'email',
      secondStep: 'optional',
      defaultLanguage: 'nl',
    }),
  );

  const enter = async (page: Page): Promise<void> => {
    await signIn(page, fenna.email);
    await expect(page.getByRole('heading', { level: 1, name: 'Lease of Kade 9' })).toBeVisible();
  };
  const provided = (page: Page) => page.goto(`/portal/dossiers/${fenna.dossiers[0]}/provided`);

  test('files go straight into the dossier, or only with a message (R67)', async ({ page }) => {
    const heard = listen(page);
    await enter(page);
    await provided(page);
    await expect(page.getByRole('button', { name: 'Upload documents' })).toBeVisible();
    await changeSettings({ clientUploads: 'messages' });
    await provided(page);
    await expect(page.getByText('We receive your files together with a message.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Upload documents' })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('main').getByRole('link', { name: 'New message' }).click();
    await attach(page, [{ name: 'lease.pdf', mimeType: 'application/pdf', buffer: PDF }]);
    await page.getByRole('textbox', { name: 'Subject' }).fill('The lease');
    await page.getByRole('textbox', { name: 'Your message' }).fill('Here it is.');
    await expect(page.getByRole('button', { name: 'Remove lease.pdf' })).toBeVisible();
    await page.getByRole('button', { name: 'Send message' }).click();
    await expect(page.getByText('Your message has been sent.')).toBeVisible();
    expect(heard).toEqual([]);
  });

  test('a message takes as many files as the firm says, and the rest is said before it is sent', async ({
    page,
  }) => {
    await enter(page);
    await changeSettings({ filesPerMessage: 1 });
    await page.goto(`/portal/dossiers/${fenna.dossiers[0]}/messages/new`);
    await page.getByRole('button', { name: 'Add attachments' }).click();
    await choose(
      page,
      'Choose files',
      ['one.pdf', 'two.pdf'].map((name) => ({ name, mimeType: 'application/pdf', buffer: PDF })),
    );
    const dialog = page.getByRole('dialog', { name: 'Add attachments' });
    await expect(dialog.getByRole('alert')).toContainText('A message can carry 1 attachment.');
    await dialog.getByRole('button', { name: 'Upload 1 file' }).click();
    await expect(page.getByRole('button', { name: 'Remove one.pdf' })).toBeVisible();
    await expect(page.getByText('two.pdf')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Add attachments' })).toHaveCount(0);
  });

  test('the sign-in asks for an address or for a user name (R6)', async ({ page }) => {
    await page.goto('/portal/sign-in');
    await expect(page.getByRole('textbox', { name: 'E-mail address' })).toBeVisible();
    await changeSettings({ userNames: 'chosen' });
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'User name' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveCount(0);
  });

  test('a second step may be set up, or must be (R24)', async ({ page }) => {
    await enter(page);
    await page.context().clearCookies();
    await changeSettings({ secondStep: 'compulsory' });
    await signIn(page, fenna.email);
    await expect(page.getByRole('heading', { level: 1, name: 'Protect your account' })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/portal/dossiers/${fenna.dossiers[0]}`);
    await expect(page.getByText('Lease of Kade 9')).toHaveCount(0);
  });

  test('the portal speaks the firm’s language to whose browser asks for none of the three', async ({
    browser,
  }) => {
    for (const [language, welcome] of [
      ['de', 'Willkommen'],
      ['en', 'Welcome'],
    ] as const) {
      await changeSettings({ defaultLanguage: language });
      const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
      await page.goto('/portal/sign-in');
      await expect(page.getByRole('heading', { level: 1, name: new RegExp(welcome) })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await page.context().close();
    }
  });
});
