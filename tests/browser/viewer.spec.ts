import { expect, test, type Page } from '@playwright/test';
import { changeSettings, clientEventsOf, withdraw } from './desk';
import { press, tabTo } from './keyboard';
import { look } from './look';
import { givenDossierToRead, NOTES, PAGES, SCAN } from './files-to-read';
import { activate, signIn } from './portal';
import { listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `V-${unique}`, name: `Vera ${unique}`, email: `vera-${unique}@client.example` };
const DOSSIER = { number: `2026.v${unique}`, description: `Sale of Beukenlaan ${unique}` };
const ANNA = { email: 'anna@client.example', password: 'Zonnige-Terrastafel-26' };

test.describe.configure({ mode: 'serial' });

test.describe('R61, B19: a client reads documents in the portal', () => {
  let page: Page;
  let dossier = '';
  let heard: string[] = [];
  /** Everything that anything in this browser asked for. */
  const asked: string[] = [];

  test.beforeAll(async ({ browser }) => {
    dossier = await givenDossierToRead(browser, CLIENT, DOSSIER);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    });
    context.on('request', (request) => asked.push(request.url()));
    page = await context.newPage();
    heard = listen(page);
    await activate(page, CLIENT.email);
  });
  test.afterAll(async () => {
    await changeSettings({ encryptedArchives: 'refuse' });
    await page.context().close();
  });
  test.afterEach(() => expect(heard).toEqual([]));

  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  const sheet = (number: number, of: number) =>
    page.getByRole('group', { name: `Page ${number} of ${of}`, exact: true });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  const shown = (name: string) => page.getByRole('region', { name: `Content of ${name}` });
  const open = async (name: string): Promise<void> => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`/portal/dossiers/${dossier}/documents`);
    await row(name).getByRole('link', { name: /^Open/ }).click();
    await expect(heading(name)).toBeVisible();
  };

  test('opens a PDF, turns its pages and makes it larger by keyboard alone', async () => {
    await page.goto(`/portal/dossiers/${dossier}/documents`);
    await expect(row('Draft deed.pdf').getByRole('img', { name: 'Not opened yet' })).toBeVisible();
    await press(page, 'link', 'Open Draft deed.pdf');
    await expect(heading('Draft deed.pdf')).toBeFocused();
    await expect(sheet(1, PAGES)).toContainText('Clause 1');
    await press(page, 'button', 'Next page');
    await press(page, 'button', 'Next page');
    await expect(page.getByRole('status').filter({ hasText: `Page 3 of ${PAGES}` })).toBeVisible();
    await expect(sheet(3, PAGES)).toContainText('Clause 3');
    await press(page, 'button', 'Previous page');
    await expect(page.getByRole('status').filter({ hasText: `Page 2 of ${PAGES}` })).toBeVisible();
    const before = await sheet(2, PAGES).boundingBox();
    await press(page, 'button', 'Enlarge');
    await expect
      .poll(async () => (await sheet(2, PAGES).boundingBox())?.width)
      .toBeGreaterThan(before?.width ?? 0);
    await press(page, 'button', 'Fit the width');
    await expect.poll(async () => (await sheet(2, PAGES).boundingBox())?.width).toBe(before?.width);
    await page.keyboard.press('Tab');
    await expect(shown('Draft deed.pdf')).toBeFocused();
    await page.keyboard.press('End');
    await expect(sheet(PAGES, PAGES)).toContainText(`Clause ${PAGES}`);
    // Of so many pages, only those near the reader cost anything.
    expect(await page.locator('canvas:visible').count()).toBeLessThan(8);
    await look(page, 'viewer-pdf');
  });

  test('comes back to the list as it was, where the document is no longer unread', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goBack();
    await expect(row('Draft deed.pdf').getByRole('link', { name: /^Open/ })).toBeFocused();
    await expect(row('Draft deed.pdf').getByRole('img', { name: 'Not opened yet' })).toBeHidden();
    await expect(page.getByRole('tab', { name: /^Documents 8 \(7 new\)/ })).toBeVisible();
  });

  test('was read once by that, in several parts, and not downloaded', async () => {
    expect(asked.filter((url) => url.endsWith('/view')).length).toBeGreaterThan(1);
    expect(await clientEventsOf(dossier, 'Draft deed.pdf')).toEqual(['opened']);
    await open('Draft deed.pdf');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Download/ }).click();
    expect((await download).suggestedFilename()).toBe('Draft deed.pdf');
    await expect
      .poll(() => clientEventsOf(dossier, 'Draft deed.pdf'))
      .toEqual(['opened', 'opened', 'downloaded']);
  });

  test('loads of a heavy PDF what is looked at, and waits for a line that was lost', async () => {
    const parts: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/view')) parts.push(Number(response.headers()['content-length']));
    });
    await open('Scan.pdf');
    await expect(sheet(1, 6)).toContainText('Scan 1');
    await expect(sheet(2, 6)).toContainText('Scan 2');
    expect(parts.reduce((sum, size) => sum + size, 0)).toBeLessThan(0.7 * SCAN.length);
    await page.context().setOffline(true);
    await shown('Scan.pdf').press('End');
    await expect(page.getByRole('alert')).toContainText('The connection was lost');
    await look(page, 'viewer-offline');
    await page.context().setOffline(false);
    await expect(sheet(6, 6)).toContainText('Scan 6');
    await expect(page.getByRole('alert')).toBeHidden();
    // The browser notes each request that did not get through.
    expect(heard.splice(0).filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    expect(await clientEventsOf(dossier, 'Scan.pdf')).toEqual(['opened']);
  });

  test('finds nothing any more of what was withdrawn meanwhile', async () => {
    await open('Scan.pdf');
    await expect(sheet(1, 6)).toContainText('Scan 1');
    await withdraw(page.url().split('/').at(-1) ?? '');
    await shown('Scan.pdf').press('End');
    await expect(heading('Page not found')).toBeVisible();
    expect(heard.splice(0).filter((text) => !text.includes('status of 404'))).toEqual([]);
  });

  test('meets a PDF full of traps: nothing of it runs, and nothing leaves the portal', async ({
    baseURL,
  }) => {
    asked.length = 0;
    await open('Trap.pdf');
    await expect(sheet(1, 1)).toContainText('A harmless letter');
    const [address, box] = [page.url(), await sheet(1, 1).boundingBox()];
    // Each of its links, from the top to the bottom of the sheet.
    for (const top of [700, 600, 500, 400, 300, 200, 100]) {
      const share = (842 - top - 30) / 842;
      await sheet(1, 1).click({ position: { x: 200, y: share * (box?.height ?? 0) } });
    }
    expect([page.url(), page.context().pages().length]).toEqual([address, 1]);
    expect(asked.filter((url) => !url.startsWith(baseURL ?? 'nowhere'))).toEqual([]);
    expect(asked.filter((url) => url.includes('stolen'))).toEqual([]);
    await look(page, 'viewer-trap');
  });

  test('sees a picture, larger and smaller', async () => {
    await open('Plan.png');
    const picture = page.getByRole('img', { name: 'Picture: Plan.png' });
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    const before = (await picture.boundingBox())?.width ?? 0;
    await press(page, 'button', 'Reduce');
    await expect.poll(async () => (await picture.boundingBox())?.width).toBeLessThan(before);
    await look(page, 'viewer-picture');
  });

  test('reads a text as text: what looks like a page in it stays letters', async () => {
    await open('Notes.txt');
    await expect(shown('Notes.txt')).toHaveText(NOTES.toString('latin1'));
    await tabTo(page, 'link', 'Download Notes.txt');
    await page.keyboard.press('Tab');
    await expect(shown('Notes.txt')).toBeFocused();
    await look(page, 'viewer-text');
  });

  test('is told what can only be downloaded, and nothing of it is opened by that', async () => {
    await open('Notes.txt');
    const { documents } = (await (await page.request.get(`/api/portal/dossiers/${dossier}`)).json()) as {
      documents: { id: string; name: string }[];
    };
    await page.goto(
      `/portal/dossiers/${dossier}/documents/${documents.find(({ name }) => name === 'Remarks.docx')?.id}`,
    );
    await expect(page.getByText('This kind of file can only be downloaded.')).toBeVisible();
    await look(page, 'viewer-download-only');
    expect(await clientEventsOf(dossier, 'Remarks.docx')).toEqual([]);
  });

  for (const [name, why] of [
    ['Locked.pdf', 'This PDF is protected with a password'],
    ['Torn.pdf', 'This file cannot be shown here: it is damaged'],
  ] as const)
    test(`is told why ${name} cannot be shown`, async () => {
      await open(name);
      await expect(page.getByRole('alert')).toContainText(why);
      await look(page, `viewer-${name.replace('.pdf', '').toLowerCase()}`);
    });

  test('a stranger finds nothing at its address, and nobody finds it under another tab', async ({
    browser,
  }) => {
    await open('Plan.png');
    const address = page.url();
    const stranger = await (await browser.newContext()).newPage();
    await signIn(stranger, ANNA.email, ANNA.password);
    await expect(stranger.getByRole('heading', { level: 1, name: 'Aankoop Kerkstraat 4' })).toBeVisible();
    const own = stranger.url().replace(/(\/dossiers\/[a-z0-9]{24}).*/, '$1');
    const id = address.split('/').at(-1);
    for (const foreign of [address, `${own}/documents/${id}`, `${own}/documents/${'a'.repeat(24)}`]) {
      await stranger.goto(foreign);
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Pagina niet gevonden');
    }
    await stranger.context().close();
    await page.goto(address.replace('/documents/', '/correspondence/'));
    await expect(heading('Page not found')).toBeVisible();
  });
});
