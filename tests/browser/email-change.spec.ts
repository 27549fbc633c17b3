import { expect, test, type Page } from '@playwright/test';
import { createClient, signInAtDesk } from './desk';
import { press, type } from './keyboard';
import { look } from './look';
import { linkIn, mailsTo } from './mailbox';
import { picture } from './picture';
import { activate, CLIENT_PASSWORD, signIn } from './portal';
import { expectAccessible, listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `E-${unique}`, name: `Elsa ${unique}`, email: `elsa-${unique}@client.example` };
const NEW_EMAIL = `elsa-new-${unique}@client.example`;

test.describe.configure({ mode: 'serial' });

test.describe('another e-mail address, by keyboard alone', () => {
  let desk: Page;
  let portal: Page;
  let heard: string[] = [];

  test.beforeAll(async ({ browser }) => {
    desk = await (await browser.newContext()).newPage();
    await signInAtDesk(desk);
    await createClient(desk, CLIENT);
    await desk.getByRole('button', { name: 'Invite' }).click();
    portal = await (await browser.newContext()).newPage();
    await activate(portal, CLIENT.email);
    await expect(portal.getByRole('button', { name: `Account of ${CLIENT.name}` })).toBeVisible();
    heard = listen(portal);
  });
  test.afterAll(async () => {
    await portal.context().close();
    await desk.context().close();
  });
  test.afterEach(() => expect(heard).toEqual([]));

  test('the client asks for it with the password, and nothing changes yet', async () => {
    await portal.goto('/portal/details');
    await press(portal, 'button', 'Change e-mail address');
    await type(portal, 'New e-mail address', CLIENT.email);
    await portal.keyboard.press('Enter');
    await expect(portal.getByRole('link', { name: 'This is your e-mail address already' })).toBeVisible();
    await look(portal, 'email-change-form');
    await type(portal, 'New e-mail address', NEW_EMAIL);
    await portal.keyboard.press('Enter');
    await type(portal, 'Current password', CLIENT_PASSWORD);
    await portal.keyboard.press('Enter');
    await expect(portal.getByText(`We have sent an e-mail to ${NEW_EMAIL}`)).toBeVisible();
    await look(portal, 'email-change-pending');
    expect((await mailsTo(CLIENT.email, 4)).at(-1)?.subject).toContain('Another e-mail address');
    await desk.reload();
    await expect(desk.getByText(`${NEW_EMAIL}, not confirmed yet`)).toBeVisible();
    await expectAccessible(desk, 'main');
    await picture(desk, 'desk-email-change');
  });

  test('the link in the mail to the new address changes it, when its button is pressed', async () => {
    const [mail] = await mailsTo(NEW_EMAIL, 1);
    await portal.goto(mail ? linkIn(mail) : '');
    await expect(portal.getByRole('heading', { level: 1, name: 'New e-mail address' })).toBeVisible();
    await look(portal, 'email-change-link');
    await press(portal, 'button', 'Confirm e-mail address');
    await expect(portal.getByText('Your new e-mail address is confirmed.')).toBeVisible();
    await look(portal, 'email-change-done');
    expect((await mailsTo(CLIENT.email, 5)).at(-1)?.subject).toContain('was changed');
    await portal.goto('/portal/details');
    await expect(portal.getByRole('region', { name: 'E-mail address' })).toContainText(NEW_EMAIL);
    await desk.reload();
    // As address and user name of the client, and of the account.
    await expect(desk.getByText(NEW_EMAIL, { exact: true })).toHaveCount(3);
  });

  test('the client signs in with the new address', async () => {
    await portal.context().clearCookies();
    await signIn(portal, NEW_EMAIL);
    await expect(portal.getByRole('button', { name: `Account of ${CLIENT.name}` })).toBeVisible();
  });
});
