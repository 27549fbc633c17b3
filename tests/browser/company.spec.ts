import { expect, test, type Page } from '@playwright/test';
import { signInAtDesk } from './desk';
import { look } from './look';
import { activate, CLIENT_PASSWORD } from './portal';
import { listen } from './quiet';

const unique = Date.now().toString(36);
const COMPANY = {
  number: `B-${unique}`,
  name: `Bakker ${unique}`,
  email: `directie-${unique}@client.example`,
};
const COLLEAGUE = `collega-${unique}@client.example`;

test.describe.configure({ mode: 'serial' });

/** Goes on with Tab until the button has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  const wanted = page.getByRole('button', { name, exact: true });
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 80; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by keyboard`);
};
const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

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
    await press(main, 'Add account');
    await expect(main.getByRole('textbox', { name: 'E-mail address of your colleague' })).toBeFocused();
    await main.keyboard.type(COLLEAGUE);
    await look(main, 'company-add');
    await press(main, 'Send invitation');
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
});
