import { expect, test } from '@playwright/test';
import { clientEventsOf, createClient, createDossier, publishAll, signInAtDesk } from './desk';
import { press } from './keyboard';
import { look } from './look';
import { NOTES, SCAN } from './files-to-read';
import { maliciousPdf } from './pdfs';
import { listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `W-${unique}`, name: `Wim ${unique}`, email: `wim-${unique}@client.example` };

test('B2: staff read what was published, and it counts for nobody', async ({ page, baseURL }) => {
  const heard = listen(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await signInAtDesk(page);
  await createClient(page, CLIENT);
  await createDossier(page, CLIENT.name, `2026.w${unique}`, `Sale ${unique}`);
  const dossier = page.url().split('/').at(-1) ?? '';
  await publishAll(dossier, { 'Scan.pdf': SCAN, 'Trap.pdf': maliciousPdf(), 'Notes.txt': NOTES });
  const parts: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/view')) parts.push(Number(response.headers()['content-length']));
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const sheet = (number: number, of: number) =>
    page.getByRole('group', { name: `Page ${number} of ${of}`, exact: true });
  // In a table of the panel the arrows lead from cell to cell, and not Tab.
  const preview = (name: string) => page.getByRole('link', { name: `Preview ${name}` }).press('Enter');
  await page.reload();

  await preview('Scan.pdf');
  await expect(sheet(1, 6)).toContainText('Scan 1');
  await press(page, 'button', 'Next page');
  await expect(page.getByRole('status').filter({ hasText: 'Page 2 of 6' })).toBeVisible();
  await expect(sheet(2, 6)).toContainText('Scan 2');
  const remarks = page.getByRole('region', { name: 'Remarks on Scan.pdf' });
  await remarks.getByRole('textbox').fill('Please look at page 2.');
  await press(page, 'button', 'Send remark');
  await expect(remarks.getByRole('listitem').filter({ hasText: 'Please look at page 2.' })).toBeVisible();
  await look(page, 'desk-viewer-pdf', 'main');
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.reduce((sum, size) => sum + size, 0)).toBeLessThan(SCAN.length);

  await press(page, 'link', 'Back to the documents');
  await preview('Notes.txt');
  await expect(page.getByRole('region', { name: 'Content of Notes.txt' })).toHaveText(
    NOTES.toString('latin1'),
  );
  await page.goBack();
  asked.length = 0;
  await preview('Trap.pdf');
  await expect(sheet(1, 1)).toContainText('A harmless letter');
  // Nothing of the file ran: what was asked for is ours.
  expect(asked.filter((url) => !url.startsWith(baseURL ?? 'nowhere'))).toEqual([]);
  expect(heard).toEqual([]);
  for (const name of ['Scan.pdf', 'Trap.pdf', 'Notes.txt'])
    expect([name, await clientEventsOf(dossier, name)]).toEqual([name, []]);
});
