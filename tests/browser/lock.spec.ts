import { expect, test, type Page } from '@playwright/test';
import { createClient, signInAtDesk } from './desk';
import { press, type } from './keyboard';
import { look } from './look';
import { linkIn, mailsTo } from './mailbox';
import { activate, CLIENT_PASSWORD } from './portal';
import { expectAccessible, listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `L-${unique}`, name: `Lotte ${unique}`, email: `lotte-${unique}@client.example` };

test.describe.configure({ mode: 'serial' });

test.describe('a locked account, by keyboard alone (R22, R23, B7)', () => {
  let desk: Page;
  let portal: Page;
  let heard: string[];

  const attempt = async (password: string): Promise<void> => {
    await type(portal, 'E-mail address', CLIENT.email);
    await type(portal, 'Password', password);
    await portal.keyboard.press('Enter');
  };

  const lock = async (): Promise<void> => {
    await portal.goto('/portal');
    for (let wrong = 0; wrong < 3; wrong += 1) {
      await attempt('not the right one');
      await expect(portal.getByRole('alert')).toContainText('The sign-in name or the password is not right');
    }
    await attempt(CLIENT_PASSWORD);
    await expect(portal.getByRole('alert')).toContainText('locked');
  };

  const isIn = () => expect(portal.getByRole('button', { name: `Account of ${CLIENT.name}` })).toBeVisible();

  test.beforeAll(async ({ browser }) => {
    const newPage = async () => (await browser.newContext()).newPage();
    [desk, portal] = [await newPage(), await newPage()];
    heard = listen(portal);
    await signInAtDesk(desk);
    await createClient(desk, CLIENT);
    await desk.getByRole('button', { name: 'Invite' }).click();
    await activate(portal, CLIENT.email);
    await isIn();
  });
  test.beforeEach(() => portal.context().clearCookies());
  test.afterEach(() => expect(heard).toEqual([]));
  test.afterAll(() => Promise.all([desk.close(), portal.close()]));

  test('is opened by the client with the link of a mail', async () => {
    await lock();
    await look(portal, 'locked');
    const link = (await mailsTo(CLIENT.email, 4)).at(-1);
    if (link === undefined) throw new Error('No mail about the lock');
    await portal.goto(linkIn(link));
    await look(portal, 'unlock');
    await press(portal, 'button', 'Continue to sign-in');
    await expect(portal.getByText('That unlocks your account.')).toBeVisible();
    await attempt(CLIENT_PASSWORD);
    await isIn();
  });

  test('is opened by staff on their start page', async () => {
    await lock();
    await desk.goto('/admin');
    const locked = desk.getByRole('list', { name: 'Locked accounts' });
    await expect(locked.getByRole('listitem').filter({ hasText: CLIENT.email })).toContainText(
      '3 wrong attempts',
    );
    await expectAccessible(desk, '[aria-label="Locked accounts"]');
    await press(desk, 'button', `Unlock ${CLIENT.email}`);
    await expect(desk.getByText(`${CLIENT.email} can sign in again.`).first()).toBeVisible();
    await attempt(CLIENT_PASSWORD);
    await isIn();
  });
});
