import { expect, type Page } from '@playwright/test';
import { linkIn, mailsTo } from './mailbox';

export const CLIENT_PASSWORD = 'a long sentence to remember';

/** The way of an invited client through three mails, up to being signed in (R3, R4). */
export const activate = async (page: Page, email: string): Promise<void> => {
  const [invitation] = await mailsTo(email, 1);
  if (invitation === undefined) throw new Error('No invitation');
  await page.goto(linkIn(invitation));
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await expect(page.getByRole('heading', { name: 'Please look in your mailbox' })).toBeVisible();
  const [, link] = await mailsTo(email, 2);
  if (link === undefined) throw new Error('No link');
  await page.goto(linkIn(link));
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(CLIENT_PASSWORD);
  await page.getByRole('textbox', { name: 'Repeat password' }).fill(CLIENT_PASSWORD);
  await page.getByRole('button', { name: 'Save password' }).click();
  // What stands there first is the firm's choice (R7).
  await expect(page.getByRole('heading', { level: 1, name: 'My details' })).toBeVisible();
};

/** The client signs in on the portal's first page. */
export const signIn = async (page: Page, email: string, password = CLIENT_PASSWORD): Promise<void> => {
  await page.goto('/portal');
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
};

/** From now on pages come without their answers, as where the server cannot have them: the app asks by itself. */
export const withoutAnswers = (page: Page): Promise<unknown> =>
  page.route(
    ({ pathname }) => /^\/portal(\/[^.]*)?$/.test(pathname),
    async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({
        response,
        body: html.replace(/<script type="application\/json"[^]*?<\/script>/, ''),
      });
    },
  );

/** Chooses files with the button of that name. */
export const choose = async (
  page: Page,
  button: string,
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(files);
};

/** Adds files to a message that is being written (R74). */
export const attach = async (page: Page, files: Parameters<typeof choose>[2]): Promise<void> => {
  await page.getByRole('button', { name: 'Add attachments' }).click();
  await choose(page, 'Choose files', files);
  await page.getByRole('button', { name: /^Upload \d+ files?$/ }).click();
};
