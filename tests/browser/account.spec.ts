import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { inDatabase, sessionsOf } from './database';
import { createClient, createDossier, signInAtDesk } from './desk';
import { press, type } from './keyboard';
import { expectNothingBeside } from './look';
import { mailsTo } from './mailbox';
import { picture } from './picture';
import { activate, CLIENT_PASSWORD, signIn } from './portal';
import { expectAccessible, listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `S-${unique}`, name: `Sara ${unique}`, email: `sara-${unique}@client.example` };
const DOSSIER = { number: `2026.S${unique}`, description: `Lease of Parkweg ${unique}` };
const NEW_PASSWORD = 'another long sentence to keep';
const MINUTE = 60_000;

/** Lets time pass for the client's sessions in the demo's database; the page's own clock is Playwright's. */
const passTime = (minutes: number, column: 'idle_ends_at' | 'ends_at'): Promise<void> =>
  inDatabase((database) => {
    const earlier = (name: string) => database.raw('?? - ?', [name, minutes * MINUTE]);
    return sessionsOf(database, CLIENT.email).update({
      [column]: earlier(column),
      last_used_at: earlier('last_used_at'),
    });
  });

test.describe.configure({ mode: 'serial' });

let heard: string[] = [];
test.beforeEach(({ page }) => {
  heard = listen(page);
});
test.afterEach(() => expect(heard).toEqual([]));

test.beforeAll(async ({ browser }) => {
  const [desk, portal] = [await browser.newPage(), await browser.newPage()];
  await signInAtDesk(desk);
  await createClient(desk, CLIENT);
  await createDossier(desk, CLIENT.name, DOSSIER.number, DOSSIER.description);
  await desk.getByRole('button', { name: 'Invite' }).click();
  await activate(portal, CLIENT.email);
  await expect(portal.getByRole('heading', { name: 'My details', level: 1 })).toBeVisible();
  await Promise.all([desk.close(), portal.close()]);
});

const enter = async (page: Page, password = CLIENT_PASSWORD): Promise<void> => {
  await signIn(page, CLIENT.email, password);
  await expect(page.getByRole('heading', { name: DOSSIER.description, level: 1 })).toBeVisible();
};
const openDetails = async (page: Page): Promise<void> => {
  await press(page, 'button', /Account of/);
  await page.getByRole('menuitem', { name: 'My details' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'My details', level: 1 })).toBeVisible();
};

test('nobody signed in is no error in the browser', async ({ page }) => {
  const noted: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') noted.push(message.text());
  });
  await page.goto('/portal');
  await expect(page.getByRole('heading', { level: 1, name: /Welcome/ })).toBeVisible();
  expect(noted).toEqual([]);
});

test('B14: the client is warned two minutes before, and stays with one key', async ({ page }) => {
  await page.clock.install();
  await enter(page);
  await passTime(28.1, 'idle_ends_at');
  await page.clock.fastForward(28.1 * MINUTE);
  const warning = page.getByRole('alertdialog', { name: 'Are you still there?' });
  await expect(warning).toContainText(/signed out in 1?\d\d seconds/);
  await expectAccessible(page);
  await picture(page, 'session-warning');
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeVisible();
  await press(page, 'button', 'Stay signed in');
  await expect(warning).toBeHidden();
  await page.clock.fastForward(27 * MINUTE);
  await expect(warning).toBeHidden();
});

test('B14: what was written is there again after the session has ended and the client is back', async ({
  page,
}) => {
  await page.clock.install();
  await enter(page);
  await page.goto(page.url().replace(/(\/dossiers\/[a-z0-9]{24}).*/, '$1/messages/new'));
  await page.getByRole('textbox', { name: 'Subject' }).fill('About the lease');
  await page.getByRole('textbox', { name: /message/i }).fill('I had nearly finished this text.');
  await passTime(31, 'idle_ends_at');
  await page.clock.fastForward(31 * MINUTE);
  await expect(page.getByText('your session has ended')).toBeVisible();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(CLIENT.email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(CLIENT_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('About the lease');
  await expect(page.getByRole('textbox', { name: /message/i })).toHaveValue(
    'I had nearly finished this text.',
  );
});

test('B14: the overall end is told, and cannot be put off', async ({ page }) => {
  await page.clock.install();
  await enter(page);
  await passTime(12 * 60 - 1.9, 'ends_at');
  await page.reload();
  const warning = page.getByRole('alertdialog', { name: 'Your session ends soon' });
  await expect(warning).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stay signed in' })).toBeHidden();
  await press(page, 'button', 'Continue until then');
  await expect(warning).toBeHidden();
  await passTime(2, 'ends_at');
  await page.clock.fastForward(2 * MINUTE);
  await expect(page.getByText('your session has ended')).toBeVisible();
});

test('who signs out in one tab is signed out in all', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await enter(one);
  await two.goto('/portal');
  await expect(two.getByRole('heading', { name: DOSSIER.description, level: 1 })).toBeVisible();
  await press(one, 'button', /Account of/);
  await one.getByRole('menuitem', { name: 'Sign out' }).focus();
  await one.keyboard.press('Enter');
  await expect(one.getByText('You have signed out.')).toBeVisible();
  await expect(two.getByText('You have signed out.')).toBeVisible();
});

test('B14: another device is signed out from the list, by keyboard alone', async ({ page, browser }) => {
  const lost = await browser.newPage();
  await enter(lost);
  await enter(page);
  await openDetails(page);
  const section = page.getByRole('region', { name: 'Where you are signed in' });
  await expect(section.getByRole('listitem').first()).toContainText('This device');
  await press(page, 'button', 'Sign out all other devices');
  await expect(page.getByText('All other devices are signed out.')).toBeVisible();
  await expect(section.getByRole('listitem')).toHaveCount(1);
  await lost.reload();
  await expect(lost.getByRole('heading', { level: 1, name: /Welcome/ })).toBeVisible();
  await lost.close();
});

test('the password is changed by keyboard alone, after the old one was given', async ({ page }) => {
  await enter(page);
  await openDetails(page);
  await press(page, 'button', 'Change password');
  await type(page, 'New password', NEW_PASSWORD);
  await type(page, 'Repeat password', NEW_PASSWORD);
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: 'Please confirm that it is you' });
  await expect(asked.getByRole('textbox', { name: 'Current password' })).toBeFocused();
  await expectAccessible(page);
  await picture(page, 'confirmation');
  await page.keyboard.type('not the right one');
  await page.keyboard.press('Enter');
  await expect(asked).toContainText('This password is not right');
  await asked.getByRole('textbox', { name: 'Current password' }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(CLIENT_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your new password is saved.')).toBeVisible();
  const mails = await mailsTo(CLIENT.email, 4);
  expect(mails[3]?.subject).toContain('password');
});

test('takes the own data along, after the password again (R64), by keyboard alone', async ({ page }) => {
  await enter(page, NEW_PASSWORD);
  await openDetails(page);
  const data = page.getByRole('region', { name: 'Your data at our firm' });
  await expect(data).toContainText(CLIENT.number);
  await expect(data).toContainText('1 dossier, 0 documents, 0 messages');
  await press(page, 'button', 'Download my data');
  const asked = page.getByRole('dialog', { name: 'Please confirm that it is you' });
  await expect(asked.getByRole('textbox', { name: 'Current password' })).toBeFocused();
  await page.keyboard.type(NEW_PASSWORD);
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await coming;
  expect(file.suggestedFilename()).toBe('my-data.json');
  await expect(data).toContainText('my-data.json is being saved');
  const { dossiers } = JSON.parse(readFileSync(await file.path(), 'utf8')) as { dossiers: object[] };
  expect(dossiers).toMatchObject([{ number: DOSSIER.number }]);
  await expectAccessible(page);
});

for (const [size, width, height] of [
  ['phone', 360, 740],
  ['computer', 1440, 900],
] as const) {
  test(`"My details" can be used by everybody on a ${size}, in three languages`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await enter(page, NEW_PASSWORD);
    await page.goto('/portal/details');
    for (const [language, heading, code] of [
      ['Nederlands', 'Mijn gegevens', 'nl'],
      ['Deutsch', 'Meine Daten', 'de'],
      ['English', 'My details', 'en'],
    ] as const) {
      await page.getByRole('button', { name: language, exact: true }).click();
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      await expect(page.getByRole('listitem').first()).toBeVisible();
      await expectNothingBeside(page);
      await expectAccessible(page);
      await picture(page, `details-${code}-${size}`);
    }
  });
}
