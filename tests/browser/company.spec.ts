import { expect, test, type Page } from '@playwright/test';
import { chooseEnglish, signInAtDesk } from './desk';
import { press } from './keyboard';
import { look } from './look';
import { activate, CLIENT_PASSWORD, signIn } from './portal';
import { expectAccessible, listen } from './quiet';

const unique = Date.now().toString(36);
const COMPANY = {
  number: `B-${unique}`,
  name: `Bakker ${unique}`,
  email: `directie-${unique}@client.example`,
};
const COLLEAGUE = `collega-${unique}@client.example`;

test.describe.configure({ mode: 'serial' });

test.describe('R92: the accounts of a company, by keyboard alone', () => {
  let desk: Page;
  let main: Page;
  let heard: string[] = [];

  test.beforeAll(async ({ browser }) => {
    desk = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await signInAtDesk(desk);
    await desk.getByRole('link', { name: 'Clients' }).click();
    await desk.getByRole('button', { name: 'New client' }).first().click();
    const form = desk.getByRole('dialog', { name: 'New client' });
    await form.getByLabel('Client number').fill(COMPANY.number);
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill(COMPANY.name);
    await form.getByLabel('E-mail address').fill(COMPANY.email);
    await form.getByRole('combobox', { name: 'Person or company' }).click();
    await desk.getByRole('option', { name: 'Company' }).click();
    await chooseEnglish(desk, form);
    await form.getByRole('button', { name: 'Create client' }).click();
    await desk.getByRole('button', { name: 'Invite' }).click();
    main = await (await browser.newContext()).newPage();
    heard = listen(main);
    await activate(main, COMPANY.email);
    await expect(main.getByRole('button', { name: `Account of ${COMPANY.name}` })).toBeVisible();
  });
  test.afterAll(() => Promise.all([desk.context().close(), main.context().close()]));
  test.afterEach(() => expect(heard).toEqual([]));

  test('the main login adds a colleague, who activates the account', async ({ browser }) => {
    await main.goto('/portal/details');
    await press(main, 'button', 'Add account');
    await expect(main.getByRole('textbox', { name: 'E-mail address of your colleague' })).toBeFocused();
    await main.keyboard.type(COLLEAGUE);
    await look(main, 'company-add');
    await press(main, 'button', 'Send invitation');
    await main.getByRole('textbox', { name: 'Current password' }).focus();
    await main.keyboard.type(CLIENT_PASSWORD);
    await main.keyboard.press('Enter');
    await expect(main.getByText(`An e-mail is on its way to ${COLLEAGUE}.`)).toBeVisible();
    const colleague = await (await browser.newContext()).newPage();
    await activate(colleague, COLLEAGUE);
    await expect(colleague.getByRole('button', { name: `Account of ${COMPANY.name}` })).toBeVisible();
    await colleague.goto('/portal/details');
    await expect(colleague.getByRole('heading', { name: 'Where you are signed in' })).toBeVisible();
    await expect(colleague.getByRole('heading', { name: 'Accounts of your company' })).toHaveCount(0);
    await colleague.context().close();
    await main.reload();
    await expect(main.getByRole('listitem').filter({ hasText: COLLEAGUE })).toContainText('Active');
    await main.locator('#company').scrollIntoViewIfNeeded();
    await look(main, 'company-accounts');
  });

  const row = () => desk.getByRole('row').filter({ hasText: COLLEAGUE });

  /** Strapi's tables are one stop of the Tab key; inside, the arrows lead, and Control and End to the last cell. */
  const enterLastCell = async (): Promise<void> => {
    const grid = desk.getByRole('grid', { name: 'Accounts' });
    const isInside = () => grid.evaluate((table) => table.contains(document.activeElement));
    for (let stop = 0; stop < 60 && !(await isInside()); stop += 1) await desk.keyboard.press('Tab');
    await desk.keyboard.press('ControlOrMeta+End');
  };

  /** Presses the button of the colleague's account, and again in the question that it asks. */
  const sure = async (button: string): Promise<void> => {
    await expect(desk.getByRole('button', { name: `${button}: ${COLLEAGUE}` })).toBeVisible();
    await enterLastCell();
    await press(desk, 'button', `${button}: ${COLLEAGUE}`);
    const question = desk.getByRole('alertdialog', { name: button });
    await expect(question).toContainText(COLLEAGUE);
    await expectAccessible(desk, '[role="alertdialog"]');
    await press(desk, 'button', button);
    await expect(question).toBeHidden();
  };

  test('staff unlock, block, let in again and delete a colleague’s account', async ({ browser }) => {
    const stranger = await (await browser.newContext()).newPage();
    const attempt = async (password: string): Promise<void> => {
      await signIn(stranger, COLLEAGUE, password);
      await expect(stranger.getByRole('alert')).toBeVisible();
    };
    for (let wrong = 0; wrong < 3; wrong += 1) await attempt('not the right one');
    await desk.reload();
    await expect(row()).toContainText('Last wrong attempt from');
    await look(desk, 'desk-accounts', '[aria-labelledby="client-accounts"]');
    await sure('Unlock');
    await expect(row()).not.toContainText('Last wrong attempt from');
    await sure('Block');
    await expect(row()).toContainText('Blocked');
    await attempt(CLIENT_PASSWORD);
    await sure('Lift block');
    await expect(row()).toContainText('Active');
    await signIn(stranger, COLLEAGUE);
    await expect(stranger.getByRole('button', { name: `Account of ${COMPANY.name}` })).toBeVisible();
    await sure('Delete');
    await expect(row()).toHaveCount(0);
    await stranger.goto('/portal/details');
    await expect(stranger.getByRole('heading', { level: 1, name: /Welcome/ })).toBeVisible();
    await stranger.context().close();
  });
});
