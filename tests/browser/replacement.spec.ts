import { expect, test, type Page } from '@playwright/test';
import { createClient, createDossier, publish, readingOf, signInAtDesk } from './desk';
import { EICAR, PDF } from './files';
import { press } from './keyboard';
import { look } from './look';

const unique = Date.now().toString(36);
const CLIENT = { number: `V-${unique}`, name: `Vera ${unique}`, email: `vera-${unique}@client.example` };

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Replace document' });

/**
 * Strapi's tables are one stop of the Tab key; inside, the arrows lead, and Control and End to the last cell. Into a cell in
 * which a link stands leads Enter.
 */
const pressInLastCell = async (page: Page, name: string): Promise<void> => {
  const grid = page.getByRole('grid', { name: 'Documents' });
  const isInside = () => grid.evaluate((table) => table.contains(document.activeElement));
  for (let stop = 0; stop < 60 && !(await isInside()); stop += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await press(page, 'button', name);
};

const choose = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'button', 'Choose a file');
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer });
};

test('staff replace a document by keyboard, and see by what and when', async ({ page }) => {
  await signInAtDesk(page);
  await createClient(page, CLIENT);
  await createDossier(page, CLIENT.name, `2026.v${unique}`, `Will ${unique}`);
  await publish(page, 'Draft will.pdf', PDF);

  await pressInLastCell(page, 'Replace Draft will.pdf');
  await expect(dialog(page)).toBeVisible();
  await press(page, 'button', 'Replace document');
  await expect(dialog(page).getByRole('alert')).toContainText('Please choose one file');

  await test.step('it is left without anything having been done, and the way leads back', async () => {
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Replace Draft will.pdf' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toBeVisible();
    await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  });

  await choose(page, 'setup.exe', PDF);
  await expect(dialog(page).getByRole('alert')).toContainText('Files of this type are not taken');
  await choose(page, 'Will.pdf', PDF);
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  await expect(dialog(page).getByRole('status')).toContainText('Will.pdf');
  // The table becomes a list on a phone meanwhile, and what was chosen stays.
  await look(page, 'desk-replace', '[role=dialog]');
  await expect(dialog(page).getByRole('status')).toContainText('Will.pdf');

  await press(page, 'button', 'Replace document');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Publish documents' })).toBeFocused();
  await expect(page.getByText('Will.pdf now stands in the place of Draft will.pdf.')).toBeVisible();
  const replaced = page.getByRole('row', { name: /Replaced by Will\.pdf/ });
  await expect(replaced).toBeVisible();
  await expect(page.getByRole('row', { name: /Replaces Draft will\.pdf/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Replace Draft will.pdf' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Withdraw Draft will.pdf' })).toHaveCount(0);
  await expect(readingOf(page, 'Replaced by Will')).toContainText('Nobody had opened it.');
  await look(page, 'desk-replaced', 'main');

  await test.step('a file with a virus takes the place of nothing', async () => {
    await page.getByRole('button', { name: 'Replace Will.pdf' }).focus();
    await page.keyboard.press('Enter');
    await choose(page, 'Bank.pdf', EICAR);
    await press(page, 'button', 'Replace document');
    await expect(page.getByRole('alert').filter({ hasText: 'contains a virus' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Replace Will.pdf' })).toBeVisible();
  });

  await test.step('the proof names what took its place', async () => {
    await page.getByRole('tab', { name: 'Proof' }).click();
    await expect(page.getByRole('row', { name: /Replaced by [0-9a-f]{64}/ })).toBeVisible();
    await look(page, 'desk-replaced-proof', 'main');
  });
});
