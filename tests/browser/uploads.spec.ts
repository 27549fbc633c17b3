import { expect, test } from '@playwright/test';
import { createClient, createDossier, signInAtDesk } from './desk';
import { PDF } from './files';
import { look } from './look';
import { activate, choose } from './portal';
import { listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `U-${unique}`, name: `Ulla ${unique}`, email: `ulla-${unique}@client.example` };

const pdf = (name: string, bytes: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([PDF, Buffer.alloc(bytes, 'x')]),
});

test('files go up together, wait for a line that is away, can be paused and cancelled, and arrive', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const [desk, page] = [await context.newPage(), await (await browser.newContext()).newPage()];
  const heard = listen(page);
  await signInAtDesk(desk);
  await createClient(desk, CLIENT);
  await createDossier(desk, CLIENT.name, `2026.u${unique}`, `Sale ${unique}`);
  await desk.getByRole('button', { name: 'Invite' }).click();
  await expect(desk.getByRole('region', { name: 'Client' })).toContainText('Invited');
  await context.close();
  await activate(page, CLIENT.email);
  await page.goto('/portal');
  await page.getByRole('tab', { name: /^Provided by me/ }).click();

  // The first part of each file arrives, and then the line is gone.
  let parts = 0;
  await page.route('**/api/portal/uploads/*', (route) => {
    if (route.request().method() === 'PATCH') parts += 1;
    return parts > 2 ? route.abort('internetdisconnected') : route.continue();
  });
  await choose(page, 'Upload documents', [
    pdf('deed.pdf', 9_000_000),
    pdf('survey.pdf', 9_000_000),
    pdf('map.pdf', 10),
  ]);
  await expect(page.getByText('Waiting for the connection.')).toHaveCount(2);
  await expect(page.getByRole('progressbar', { name: 'All files together' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause deed.pdf' }).click();
  await expect(page.getByRole('button', { name: 'Continue deed.pdf' })).toBeVisible();
  await look(page, 'portal-uploads');
  await page.getByRole('button', { name: 'Cancel survey.pdf' }).click();
  await expect(page.getByText('survey.pdf')).toHaveCount(0);

  const again: string[] = [];
  await page.unroute('**/api/portal/uploads/*');
  page.on('request', (request) =>
    again.push(`${request.method()} ${request.headers()['upload-offset'] ?? ''}`),
  );
  await page.getByRole('button', { name: 'Continue deed.pdf' }).click();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  for (const name of ['deed.pdf', 'map.pdf'])
    await expect(
      page.getByRole('link', { name: new RegExp(`Download.*${name}|${name}.*Download`) }),
    ).toBeVisible();
  // What had arrived was not sent again.
  expect(again).toContain(`PATCH ${4 * 1024 * 1024}`);
  await expect(page.getByRole('list', { name: 'Files being uploaded' })).toHaveCount(0);
  // The browser notes the line that this test has cut, and nothing else.
  expect(heard.filter((text) => !text.includes('net::ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  await page.context().close();
});
