import path from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { givenClient, type GivenClient } from './given';
import { press, tabTo, type } from './keyboard';
import { look } from './look';
import { PDF } from './files';
import { attach, choose, signIn } from './portal';
import { expectAccessible, listen } from './quiet';

test.describe.configure({ mode: 'serial' });

/** As a person does from a folder on the screen; a page's own script could not. */
const dropFile = async (onto: Locator, sample: string): Promise<void> => {
  const [page, box] = [onto.page(), await onto.boundingBox()];
  const device = await page.context().newCDPSession(page);
  const file = path.resolve(__dirname, '../document/samples', sample);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await device.send('Input.dispatchDragEvent', {
      type,
      x: (box?.x ?? 0) + 5,
      y: (box?.y ?? 0) + 5,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
  await device.detach();
};

const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: PDF });

test.describe('R72 to R75: a client writes', () => {
  let page: Page;
  let mina: GivenClient;
  let heard: string[] = [];

  test.beforeAll(async ({ browser }) => {
    mina = await givenClient('Mina', ['Sale of Laan 3']);
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    heard = listen(page);
    await signIn(page, mina.email);
    await expect(page.getByRole('heading', { level: 1, name: 'Sale of Laan 3' })).toBeVisible();
  });
  test.afterAll(() => page.context().close());
  test.afterEach(() => expect(heard).toEqual([]));

  const body = () => page.getByRole('textbox', { name: 'Your message' });
  const write = () => page.goto(`/portal/dossiers/${mina.dossiers[0]}/messages/new`);
  const dialog = () => page.getByRole('dialog', { name: 'Add attachments' });
  const fill = async (text: string): Promise<void> => {
    await body().evaluate((area: HTMLTextAreaElement, value) => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, value);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  };

  test('with a plus sign at the thumb on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/portal/dossiers/${mina.dossiers[0]}/messages`);
    const plus = page.getByRole('link', { name: 'New message' });
    await expect(plus).toBeInViewport();
    expect((await plus.boundingBox())?.y).toBeGreaterThan(740 / 2);
    await look(page, 'messages-empty');
    await plus.click();
    await expect(page.getByRole('heading', { level: 1, name: 'New message' })).toBeFocused();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('is told what is missing, and led there by keyboard', async () => {
    await write();
    await press(page, 'button', 'Send message');
    const list = page.getByRole('alert').filter({ hasText: 'Please check the following' });
    await expect(list).toBeFocused();
    await expectAccessible(page);
    await press(page, 'link', 'Write a message');
    await expect(body()).toBeFocused();
    await expect(body()).toHaveAccessibleDescription(/Write a message/);
  });

  test('sees the characters counted as the server counts them, is told near the end, and cut at it', async () => {
    await write();
    const counter = page.getByText(/^[\d,]+ of 4,000/);
    await fill('😀'.repeat(3000));
    await expect(counter).toHaveText('3,000 of 4,000 characters');
    await fill('ab\r\n'.repeat(10));
    await expect(counter).toHaveText('30 of 4,000 characters');
    const told = page.getByRole('status').filter({ hasText: 'No more than' });
    await fill('a'.repeat(3850));
    await expect(told).toHaveText('No more than 200 characters left');
    await fill('a'.repeat(3995));
    await expect(told).toHaveText('No more than 10 characters left');
    await body().press('End');
    await page.keyboard.type('12345');
    await expect(counter).toHaveText('4,000 of 4,000 characters');
    await expect(page.getByRole('alert')).toContainText('The maximum of 4,000 characters is reached');
    await fill(`${'😀'.repeat(4000)}too much`);
    await expect(body()).toHaveValue('😀'.repeat(4000));
    await expect(page.getByRole('alert')).toContainText('More text is removed');
    await look(page, 'message-full');
    await page.setViewportSize({ width: 1280, height: 800 });
    await type(page, 'Subject', 'Four thousand faces');
    await press(page, 'button', 'Send message');
    await expect(page.getByText('Your message has been sent.')).toBeVisible();
  });

  test('chooses attachments in a dialog, drops one again, adds more, and sends what is left', async () => {
    await write();
    await press(page, 'button', 'Add attachments');
    await expect(dialog()).toContainText('No files chosen yet');
    await expect(dialog().getByRole('button', { name: /^Upload/ })).toBeDisabled();
    await choose(page, 'Choose files', [pdf('deed.pdf'), pdf('map.pdf')]);
    await expect(dialog().getByRole('status')).toHaveText('2 files chosen');
    await press(page, 'button', 'Remove map.pdf');
    await choose(page, 'Add more', [pdf('survey.pdf'), { ...pdf('virus.exe'), mimeType: '' }]);
    await expect(dialog().getByRole('alert')).toContainText('files of this type');
    await expect(dialog().getByRole('status')).toHaveText('2 files chosen');
    await look(page, 'attachment-dialog');
    await page.setViewportSize({ width: 1280, height: 800 });
    await press(page, 'button', 'Upload 2 files');
    await expect(dialog()).toBeHidden();
    await expect(page.getByRole('button', { name: 'Add attachments' })).toBeFocused();
    const ready = page.getByRole('list', { name: 'Attached files' });
    await expect(ready.getByRole('listitem')).toHaveCount(2);
    await press(page, 'button', 'Remove deed.pdf');
    await expect(ready.getByRole('listitem')).toHaveText([/survey\.pdf/]);
  });

  test('takes files that are dropped in the dialog, and none after turning back', async () => {
    await press(page, 'button', 'Add attachments');
    await dropFile(dialog().getByText('or drop the files here'), 'testPDF.pdf');
    await expect(dialog().getByRole('listitem')).toHaveText([/testPDF\.pdf/]);
    await tabTo(page, 'button', 'Cancel');
    await page.keyboard.press('Enter');
    await expect(dialog()).toBeHidden();
    await expect(page.getByText('testPDF.pdf')).toHaveCount(0);
  });

  test('prints dark letters on paper, whatever the device prefers', async () => {
    const ink = () =>
      page.evaluate(() => getComputedStyle(document.body.querySelector('h1') ?? document.body).color);
    await page.emulateMedia({ colorScheme: 'light' });
    const dark = await ink();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await ink()).not.toBe(dark);
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    expect(await ink()).toBe(dark);
    await page.emulateMedia({ colorScheme: null, media: null });
  });

  test('finds text and attachments again after a reload, and sends them', async () => {
    await type(page, 'Subject', 'The survey');
    await type(page, 'Your message', 'Here it is.');
    await page.reload();
    await expect(body()).toHaveValue('Here it is.');
    await attach(page, [pdf('plan.pdf')]);
    await expect(page.getByRole('list', { name: 'Attached files' }).getByRole('listitem')).toHaveCount(2);
    await press(page, 'button', 'Send message');
    await page.getByRole('link', { name: 'The survey' }).click();
    await expect(page.getByRole('main')).toContainText('plan.pdf');
    await page.goBack();
    await write();
    await expect(body()).toHaveValue('');
  });
});
