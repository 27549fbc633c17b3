import { expect, test, type Browser, type Page } from '@playwright/test';
import { clientEventsOf, createClient, createDossier, sendMessage, signInAtDesk, withdraw } from './desk';
import { NOTES } from './files-to-read';
import { press } from './keyboard';
import { look } from './look';
import { maliciousPdf, pdfOfPages } from './pdfs';
import { activate, signIn } from './portal';
import { listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `T-${unique}`, name: `Tess ${unique}`, email: `tess-${unique}@client.example` };
const ANNA = { email: 'anna@client.example', password: 'Zonnige-Terrastafel-26' };
const DEED = 'Draft deed.pdf';

/** A client who was invited, with one message of the firm; says the dossier's id. */
const givenMessage = async (browser: Browser): Promise<string> => {
  const desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await signInAtDesk(desk);
  await createClient(desk, CLIENT);
  await createDossier(desk, CLIENT.name, `2026.t${unique}`, `Sale of Elzenlaan ${unique}`);
  const dossier = desk.url().split('/').at(-1) ?? '';
  await desk.getByRole('button', { name: 'Invite' }).click();
  await expect(desk.getByRole('region', { name: 'Client' })).toContainText('Invited');
  await desk.context().close();
  await sendMessage(dossier, 'The draft is ready', {
    [DEED]: await pdfOfPages(3),
    'Trap.pdf': maliciousPdf(),
    'Notes.txt': NOTES,
    'Letter.eml': Buffer.from('From: jansen@devries.example\r\nSubject: Deed\r\n\r\nPlease read.\r\n'),
  });
  return dossier;
};

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const sheet = (page: Page, number: number, of: number) =>
  page.getByRole('group', { name: `Page ${number} of ${of}`, exact: true });
const sized = (page: Page) => page.setViewportSize({ width: 1440, height: 900 });

test('R61, R71: a client reads what came with a message in the portal, and only that counts as read', async ({
  browser,
  page,
  baseURL,
}) => {
  const dossier = await givenMessage(browser);
  const heard = listen(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await sized(page);
  await activate(page, CLIENT.email);
  await page.goto(`/portal/dossiers/${dossier}/messages`);
  await page.getByRole('link', { name: /The draft is ready/ }).click();
  await expect(heading(page, 'The draft is ready')).toBeVisible();
  await look(page, 'message-attachments');
  // What cannot be shown is downloaded only.
  await expect(row(page, 'Letter.eml').getByRole('link')).toHaveText(['Download Letter.eml']);
  expect(await clientEventsOf(dossier, DEED)).toEqual([]);

  await sized(page);
  await press(page, 'link', `Open ${DEED}`);
  await expect(heading(page, DEED)).toBeFocused();
  await expect(sheet(page, 1, 3)).toContainText('Clause 1');
  await press(page, 'button', 'Next page');
  await expect(page.getByRole('status').filter({ hasText: 'Page 2 of 3' })).toBeVisible();
  expect(await clientEventsOf(dossier, DEED)).toEqual(['opened']);
  await look(page, 'message-attachment-pdf');
  await sized(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: `Download ${DEED}` }).click();
  expect((await download).suggestedFilename()).toBe(DEED);
  await expect.poll(() => clientEventsOf(dossier, DEED)).toEqual(['opened', 'downloaded']);

  await page.getByRole('link', { name: 'Message “The draft is ready”' }).click();
  await expect(row(page, DEED).getByRole('link', { name: `Open ${DEED}` })).toBeFocused();
  await page.getByRole('link', { name: 'Open Notes.txt' }).click();
  const shown = page.getByRole('region', { name: 'Content of Notes.txt' });
  await expect(shown).toHaveText(NOTES.toString('latin1'));
  await page.goBack();
  asked.length = 0;
  await page.getByRole('link', { name: 'Open Trap.pdf' }).click();
  await expect(sheet(page, 1, 1)).toContainText('A harmless letter');
  expect(asked.filter((url) => !url.startsWith(baseURL ?? 'nowhere'))).toEqual([]);
  expect(heard).toEqual([]);

  await test.step('a stranger finds nothing at its address, nor does its reader once it was withdrawn', async () => {
    const address = page.url();
    const stranger = await (await browser.newContext()).newPage();
    await signIn(stranger, ANNA.email, ANNA.password);
    await expect(heading(stranger, 'Aankoop Kerkstraat 4')).toBeVisible();
    const own = stranger.url().replace(/(\/dossiers\/[a-z0-9]{24}).*/, '$1');
    for (const foreign of [address, `${own}/${address.split('/').slice(-4).join('/')}`]) {
      await stranger.goto(foreign);
      await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Pagina niet gevonden');
    }
    await stranger.context().close();
    await withdraw(address.split('/').at(-1) ?? '');
    await page.goto(address);
    await expect(heading(page, 'Page not found')).toBeVisible();
    expect(await clientEventsOf(dossier, 'Trap.pdf')).toEqual(['opened']);
  });
});
