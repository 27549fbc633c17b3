import { expect, test, type Page } from '@playwright/test';
import { createClient, createDossier, signInAtDesk } from './desk';
import { EICAR, PDF } from './files';
import { press } from './keyboard';
import { look } from './look';
import { tokenUntil } from './panel-token';

const unique = Date.now().toString(36);
const CLIENT = { number: `S-${unique}`, name: `Sara ${unique}`, email: `sara-${unique}@client.example` };
const PART = 4 * 1024 * 1024;

const pdf = (name: string, bytes: number) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.concat([PDF, Buffer.alloc(bytes, 'x')]),
});

const chooseFiles = async (page: Page, files: ReturnType<typeof pdf>[]): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'button', 'Choose files');
  await (await chooser).setFiles(files);
};

test('staff send files together, pause and cancel them by keyboard, and they wait for a line and arrive', async ({
  page,
}) => {
  await signInAtDesk(page);
  await createClient(page, CLIENT);
  await createDossier(page, CLIENT.name, `2026.s${unique}`, `Sale ${unique}`);

  // The first part of each file arrives, and then the line is gone.
  let parts = 0;
  await page.route('**/desk/uploads/*', (route) => {
    if (route.request().method() === 'PATCH') parts += 1;
    return parts > 2 ? route.abort('internetdisconnected') : route.continue();
  });
  await chooseFiles(page, [pdf('deed.pdf', 9_000_000), pdf('survey.pdf', 9_000_000), pdf('map.pdf', 10)]);
  await expect(page.getByText('Waiting for the connection.')).toHaveCount(2);
  await expect(page.getByRole('progressbar', { name: 'All files together' })).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Progress of deed.pdf' })).toBeVisible();
  await press(page, 'button', 'Pause deed.pdf');
  await expect(page.getByRole('button', { name: 'Continue deed.pdf' })).toBeVisible();
  await look(page, 'desk-uploads', 'main');
  await press(page, 'button', 'Cancel survey.pdf');
  await expect(page.getByText('survey.pdf')).toHaveCount(0);

  const again: string[] = [];
  await page.unroute('**/desk/uploads/*');
  page.on('request', (request) =>
    again.push(`${request.method()} ${request.headers()['upload-offset'] ?? ''}`),
  );
  await press(page, 'button', 'Continue deed.pdf');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  for (const name of ['deed.pdf', 'map.pdf'])
    await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  // What had arrived was not sent again.
  expect(again).toContain(`PATCH ${PART}`);
  await expect(page.getByRole('list', { name: 'Uploads' })).toHaveCount(0);

  // At the end of the parts stands the same guard as ever.
  await chooseFiles(page, [{ name: 'bank.pdf', mimeType: 'application/pdf', buffer: EICAR }]);
  await expect(page.getByRole('alert').filter({ hasText: 'contains a virus' })).toBeVisible();
  await look(page, 'desk-upload-refused', 'main');
  await press(page, 'button', 'Remove bank.pdf from the list');
  await expect(page.getByRole('region', { name: 'Publish documents' })).toBeFocused();

  await test.step('a token that runs out in the middle is renewed, and what has arrived is not sent again', async () => {
    const sent: string[] = [];
    const renewals: string[] = [];
    let first: string | undefined;
    await page.route('**/desk/uploads/*', async (route) => {
      const request = route.request();
      const headers = await request.allHeaders();
      const token = headers.authorization?.replace('Bearer ', '') ?? '';
      sent.push(`${request.method()} ${headers['upload-offset'] ?? ''}`);
      if (first !== undefined && token === first)
        return route.continue({ headers: { ...headers, authorization: `Bearer ${tokenUntil(token, -1)}` } });
      first ??= token;
      return route.continue();
    });
    page.on('request', (request) => {
      if (request.url().endsWith('/admin/access-token')) renewals.push(request.method());
    });
    await chooseFiles(page, [pdf('will.pdf', 9_000_000)]);
    await expect(page.getByRole('row', { name: /will\.pdf/ })).toBeVisible();
    // Refused at the second part, asked how far it is, and gone on.
    expect(sent.filter((one) => one.startsWith('PATCH'))).toEqual([
      'PATCH 0',
      `PATCH ${PART}`,
      `PATCH ${PART}`,
      `PATCH ${2 * PART}`,
    ]);
    expect(renewals).toEqual(['POST']);
    // The token was refused for its age, and for nothing else.
    const asked = (seconds: number) =>
      page.request.get('/desk/dossiers', {
        headers: { Authorization: `Bearer ${tokenUntil(first ?? '', seconds)}` },
      });
    expect([(await asked(60)).status(), (await asked(-1)).status()]).toEqual([200, 401]);
  });
});
