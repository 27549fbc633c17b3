import { expect, test, type Page } from '@playwright/test';
import { signInAtDesk } from './desk';
import { look } from './look';

test.describe.configure({ mode: 'serial' });

let desk: Page;

test.beforeAll(async ({ browser }) => {
  desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signInAtDesk(desk, undefined, 'Super Admin');
  await desk.getByRole('link', { name: 'Firm settings' }).click();
  await expect(desk.getByRole('heading', { name: 'Firm settings', level: 1 })).toBeVisible();
});
test.afterAll(() => desk.context().close());

const field = (name: string) => desk.getByRole('spinbutton', { name });
const save = () => desk.getByRole('button', { name: 'Save', exact: true });

/** Types into a field as somebody without a mouse does. */
const type = async (name: string, text: string): Promise<void> => {
  await field(name).focus();
  await desk.keyboard.press('Control+A');
  await desk.keyboard.type(text);
};

test('the administrator changes one setting by keyboard, and only that is sent', async () => {
  await expect(desk.getByText('Everything is saved.')).toBeVisible();
  await expect(save()).toBeDisabled();
  await type('Minutes without use', '45');
  await expect(desk.getByText('One setting is changed and not saved yet.')).toBeVisible();
  const sent = desk.waitForRequest((request) => request.method() === 'PATCH');
  await desk.keyboard.press('Enter');
  expect((await sent).postDataJSON()).toEqual({ sessionIdleMinutes: 45 });
  await expect(desk.getByText('Everything is saved.')).toBeVisible();
  await desk.reload();
  await expect(field('Minutes without use')).toHaveValue('45');
  await look(desk, 'desk-settings', 'main');
  await desk.setViewportSize({ width: 1440, height: 900 });
});

test('a number out of its bounds, and a country that is none, are said at their fields', async () => {
  await type('Wrong passwords', '99');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('Please enter at most 20.')).toBeVisible();
  await expect(field('Wrong passwords')).toBeFocused();
  await type('Wrong passwords', '3');
  const countries = desk.getByRole('textbox', { name: 'Countries for text messages' });
  await countries.fill('NL, holland');
  await save().focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('“holland” cannot be used here.')).toBeVisible();
  await look(desk, 'desk-settings-fault', 'main');
  await desk.setViewportSize({ width: 1440, height: 900 });
  await desk.getByRole('button', { name: 'Discard changes' }).focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('“holland” cannot be used here.')).toBeHidden();
  await expect(countries).toHaveValue('NL, DE, BE');
});

test('a colour that cannot be read is shown as the portal will show it, and the firm is told (R12)', async () => {
  const colour = desk.getByRole('textbox', { name: 'Colour' });
  await expect(
    desk.getByText('Too dark for text on a dark page: there the portal shows it as'),
  ).toBeVisible();
  await colour.fill('#ffe600');
  await expect(
    desk.getByText(/Too pale for text on a light page: there the portal shows it as #[0-9a-f]{6}\./),
  ).toBeVisible();
  await expect(desk.getByText('Too dark for text')).toHaveCount(0);
  await look(desk, 'desk-settings-colour', 'main');
  await desk.setViewportSize({ width: 1440, height: 900 });
  await colour.fill('no colour');
  await expect(desk.getByText('there the portal shows it as')).toHaveCount(0);
  await desk.getByRole('button', { name: 'Discard changes' }).click();
});

test('who leaves with something unsaved is asked first, and may stay', async () => {
  await type('Minutes without use', '50');
  await desk.getByRole('link', { name: 'Clients' }).focus();
  await desk.keyboard.press('Enter');
  const question = desk.getByRole('alertdialog', { name: 'Leave without saving?' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Stay here' }).focus();
  await desk.keyboard.press('Enter');
  await expect(field('Minutes without use')).toHaveValue('50');
  await desk.getByRole('link', { name: 'Clients' }).focus();
  await desk.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Leave' }).focus();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: 'Clients', level: 1 })).toBeVisible();
});

test('staff find no settings', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signInAtDesk(page);
  await expect(page.getByRole('link', { name: 'Clients' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Firm settings' })).toHaveCount(0);
  await page.goto('/admin/firm');
  await expect(page.getByText('You may not do this.')).toBeVisible();
  await page.context().close();
});

test('the setting goes back to what it was', async () => {
  await desk.getByRole('link', { name: 'Firm settings' }).click();
  await type('Minutes without use', '30');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('Everything is saved.')).toBeVisible();
});

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('the logo is chosen, stands above the sign-in, and gives way to the name again (R12)', async ({
  browser,
}) => {
  const client = await (await browser.newContext()).newPage();
  const chooser = desk.waitForEvent('filechooser');
  await desk.getByRole('button', { name: 'Choose an image' }).click();
  await (
    await chooser
  ).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(PIXEL, 'base64') });
  await expect(desk.getByRole('img', { name: 'The logo as it is now' })).toBeVisible();
  await look(desk, 'desk-logo', 'main');
  await client.goto('/portal');
  await expect(client.getByRole('banner').getByRole('img', { name: 'Kantoor De Vries' })).toBeVisible();
  await look(client, 'sign-in-with-logo');
  await desk.getByRole('button', { name: 'Remove the logo' }).click();
  await expect(desk.getByRole('button', { name: 'Remove the logo' })).toBeHidden();
  await client.reload();
  await expect(client.getByRole('banner').getByText('Kantoor De Vries')).toBeVisible();
  await client.context().close();
});
