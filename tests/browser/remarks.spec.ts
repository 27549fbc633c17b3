import { expect, test, type Page } from '@playwright/test';
import { createClient, createDossier, publish, signInAtDesk } from './desk';
import { press, tabTo, type } from './keyboard';
import { look } from './look';
import { pdfOfPages } from './pdfs';
import { activate } from './portal';
import { expectAccessible, listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `R-${unique}`, name: `Rosa ${unique}`, email: `rosa-${unique}@client.example` };
const DEED = 'Draft deed.pdf';
const ANSWER = 'Your answer or question';

test.describe.configure({ mode: 'serial' });

test.describe('R65: firm and client speak about a document beside it', () => {
  let desk: Page;
  let page: Page;
  let heard: string[] = [];
  let address = '';

  test.beforeAll(async ({ browser }) => {
    desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await signInAtDesk(desk);
    await createClient(desk, CLIENT);
    await createDossier(desk, CLIENT.name, `2026.r${unique}`, `Sale of Lindenlaan ${unique}`);
    const dossier = desk.url().split('/').at(-1) ?? '';
    address = `/portal/dossiers/${dossier}/documents`;
    await desk.getByRole('button', { name: 'Invite' }).click();
    await expect(desk.getByRole('region', { name: 'Client' })).toContainText('Invited');
    await publish(desk, DEED, await pdfOfPages(3));
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    heard = listen(page);
    await activate(page, CLIENT.email);
  });
  test.afterAll(async () => {
    await desk.context().close();
    await page.context().close();
  });
  test.afterEach(() => expect(heard).toEqual([]));

  const row = () => page.getByRole('listitem').filter({ hasText: DEED });
  const log = () => page.getByRole('log', { name: 'What was said about this document' });
  const deskRow = () => desk.getByRole('row', { name: new RegExp(DEED) });
  const dialog = () => desk.getByRole('dialog', { name: `Remarks on ${DEED}` });

  test('staff remark on a document, by keyboard alone', async () => {
    // Strapi's tables are walked through with the arrow keys.
    await desk.getByRole('button', { name: `Remarks on ${DEED}` }).focus();
    await desk.keyboard.press('Enter');
    await expect(dialog()).toContainText('Nothing was said about this document yet.');
    await type(desk, /Your remark/, 'Please check clause 4.\nIs the price right?');
    await press(desk, 'button', 'Send remark');
    await expect(dialog().getByRole('list')).toContainText('Please check clause 4.');
    await expect(dialog()).toContainText('not opened yet');
    await expectAccessible(desk, '[role="dialog"]');
    await desk.screenshot({ path: 'tests/.out/remarks-desk.png' });
    await dialog().getByRole('button', { name: 'Close' }).click();
    await expect(deskRow()).toContainText('1 remark');
  });

  test('the client sees in the list that there is something new, and reads it beside the document', async () => {
    await page.goto(address);
    await expect(row()).toContainText('1 remark, 1 new');
    await look(page, 'remarks-row');
    await page.setViewportSize({ width: 1440, height: 900 });
    await press(page, 'link', `Open ${DEED}`);
    await expect(log().getByRole('listitem')).toContainText('Please check clause 4.');
    await expect(log().getByRole('listitem')).toContainText('New');
    await expect(page.getByRole('group', { name: 'Page 1 of 3', exact: true })).toContainText('Clause 1');
  });

  test('and answers by keyboard; what is typed stays through a reload, and is sent once', async () => {
    await press(page, 'button', 'Send');
    await expect(page.getByRole('textbox', { name: ANSWER })).toBeFocused();
    await expect(page.getByText('Write an answer or a question')).toBeVisible();
    await type(page, ANSWER, 'The price is right. Who pays the notary?');
    await expect(page.getByText('40 of 4,000 characters')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('textbox', { name: ANSWER })).toHaveValue(/Who pays the notary/);
    await press(page, 'button', 'Send');
    await expect(log().getByRole('listitem')).toHaveCount(2);
    await expect(log().getByRole('listitem').last()).toContainText('Who pays the notary?');
    await expect(page.getByRole('textbox', { name: ANSWER })).toHaveValue('');
    await expect(page.getByText('Your words were sent to our firm.')).toBeVisible();
    await tabTo(page, 'textbox', ANSWER);
    await look(page, 'remarks');
  });

  test('on a phone they stand below the document, and a button leads there', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address);
    await page.getByRole('link', { name: `Open ${DEED}` }).click();
    await page.getByRole('button', { name: '2 remarks' }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Remarks' })).toBeFocused();
    await expect(log().getByRole('listitem')).toHaveCount(2);
    await expect(log()).toBeInViewport();
    const [sheet, pane] = [
      await page.getByRole('region', { name: `Content of ${DEED}` }).boundingBox(),
      await log().boundingBox(),
    ];
    expect(pane?.y).toBeGreaterThan((sheet?.y ?? 0) + (sheet?.height ?? 0));
    await page.screenshot({ path: 'tests/.out/remarks-phone.png' });
    await expectAccessible(page);
  });

  test('staff see that the client has read it, and what is new', async () => {
    await desk.reload();
    await expect(deskRow()).toContainText('2 remarks');
    await expect(deskRow()).toContainText('1 new');
    await desk.getByRole('button', { name: `Remarks on ${DEED}` }).click();
    await expect(dialog()).toContainText('Who pays the notary?');
    await expect(dialog()).toContainText(/opened \d/);
    await dialog().getByRole('textbox').fill('The buyer does.');
    await dialog().getByRole('button', { name: 'Close' }).click();
    await expect(deskRow()).not.toContainText('1 new');
    await desk.getByRole('button', { name: `Remarks on ${DEED}` }).click();
    await expect(dialog().getByRole('textbox')).toHaveValue('The buyer does.');
  });

  test('who closes a dialog of a row is back where it was opened', async () => {
    await desk.reload();
    for (const name of [`Remarks on ${DEED}`, `Withdraw ${DEED}`]) {
      const button = desk.getByRole('button', { name });
      await button.focus();
      await desk.keyboard.press('Enter');
      // The first Escape would be the button's hint's own, as long as the dialog has not taken the focus.
      await expect(desk.locator('[role=dialog] :focus, [role=alertdialog] :focus')).toHaveCount(1);
      await desk.keyboard.press('Escape');
      await expect(button).toBeFocused();
    }
  });
});
