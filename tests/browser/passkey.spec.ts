import { expect, test, type Page } from '@playwright/test';
import { appCode, otherThan } from '../support/authenticator-app';
import { createClient, signInAtDesk } from './desk';
import { press, tabTo, type } from './keyboard';
import { look } from './look';
import { activate, CLIENT_PASSWORD, signIn } from './portal';
import { listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `K-${unique}`, name: `Karin ${unique}`, email: `karin-${unique}@client.example` };

test.describe.configure({ mode: 'serial' });

/** A device of the browser's own that keeps passkeys and knows its user, as a phone does. */
const giveDevice = async (page: Page): Promise<(isVerified: boolean) => Promise<unknown>> => {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
};

test.describe('an authenticator app and passkeys, by keyboard alone (B9)', () => {
  let portal: Page;
  let heard: string[] = [];
  let secret = '';
  let verifyUser: (isVerified: boolean) => Promise<unknown>;

  test.beforeAll(async ({ browser }) => {
    const desk = await (await browser.newContext()).newPage();
    await signInAtDesk(desk);
    await createClient(desk, CLIENT);
    await desk.getByRole('button', { name: 'Invite' }).click();
    portal = await (await browser.newContext()).newPage();
    await activate(portal, CLIENT.email);
    await expect(portal.getByRole('button', { name: `Account of ${CLIENT.name}` })).toBeVisible();
    heard = listen(portal);
    verifyUser = await giveDevice(portal);
    await desk.context().close();
  });
  test.afterAll(() => portal.context().close());
  test.afterEach(() => expect(heard).toEqual([]));

  const isIn = () => expect(portal.getByRole('button', { name: `Account of ${CLIENT.name}` })).toBeVisible();
  const confirmPassword = async (): Promise<void> => {
    await type(portal, 'Current password', CLIENT_PASSWORD);
    await portal.keyboard.press('Enter');
  };

  test('the client sets up an authenticator app under My details', async () => {
    await portal.goto('/portal/details');
    await expect(portal.getByText('An authenticator app is a free app')).toBeVisible();
    await look(portal, 'second-step-choice');
    await press(portal, 'button', 'Set up an authenticator app');
    await press(portal, 'button', 'Show the QR code');
    await confirmPassword();
    await expect(portal.getByRole('img', { name: /^QR code/ })).toBeVisible();
    secret = ((await portal.locator('.recovery-code').textContent()) ?? '').replaceAll(' ', '');
    await look(portal, 'authenticator-app');
    await type(portal, '6-digit code', appCode(secret, -30));
    await portal.keyboard.press('Enter');
    await press(portal, 'checkbox', 'I have kept the code in a safe place');
    await press(portal, 'button', 'Continue');
    await expect(portal.getByText('Authenticator app:')).toBeVisible();
  });

  test('the next sign-in asks for the code of the app', async () => {
    await portal.context().clearCookies();
    await signIn(portal, CLIENT.email);
    await expect(portal.getByText('Enter the code that your authenticator app shows')).toBeVisible();
    await look(portal, 'second-step-app');
    await type(portal, '6-digit code', appCode(secret));
    await portal.keyboard.press('Enter');
    await isIn();
  });

  test('the client makes a passkey, gives it another name, and has two ways then', async () => {
    await portal.goto('/portal/details');
    await press(portal, 'button', 'Create a passkey');
    await type(portal, 'Name of the passkey', 'My tablet');
    await look(portal, 'passkey-making');
    await portal.keyboard.press('Enter');
    await confirmPassword();
    const asked = portal.getByRole('dialog', { name: 'Please confirm that it is you' });
    await expect(asked).toContainText('Now confirm with your second step.');
    await look(portal, 'confirmation-second-step');
    await type(portal, '6-digit code', otherThan(appCode(secret, 30)));
    await portal.keyboard.press('Enter');
    await expect(asked.getByRole('alert')).toContainText('This code is not right');
    await type(portal, '6-digit code', appCode(secret, 30));
    await portal.keyboard.press('Enter');
    await expect(portal.getByText('Passkey: My tablet')).toBeVisible();
    await press(portal, 'button', 'Rename: Passkey: My tablet');
    await type(portal, 'Name of the passkey', 'My new tablet');
    await portal.keyboard.press('Enter');
    await expect(portal.getByText('Passkey: My new tablet')).toBeVisible();
    await look(portal, 'second-step-methods');
  });

  test('a second passkey on the same device is not needed, and the portal says so', async () => {
    await portal.goto('/portal/details');
    await press(portal, 'button', 'Create another passkey');
    await tabTo(portal, 'textbox', 'Name of the passkey');
    await portal.keyboard.press('Enter');
    await expect(portal.getByRole('alert')).toContainText(
      'There is a passkey for your account on this device',
    );
  });

  test('the passkey is a second step after the password', async () => {
    await portal.context().clearCookies();
    await signIn(portal, CLIENT.email);
    await press(portal, 'button', 'Use a passkey');
    await look(portal, 'second-step-passkey');
    await press(portal, 'button', 'Use passkey');
    await isIn();
  });

  test('the passkey alone signs in, without name and password, where the device knows its user', async () => {
    await portal.context().clearCookies();
    await portal.goto('/portal');
    await expect(portal.getByText('Do you have a passkey?')).toBeVisible();
    await look(portal, 'sign-in-passkey');
    await verifyUser(false);
    await press(portal, 'button', 'Sign in with a passkey');
    await expect(portal.getByRole('alert')).toContainText('No passkey was used');
    await verifyUser(true);
    await press(portal, 'button', 'Sign in with a passkey');
    await isIn();
  });

  test('a passkey that was removed is refused in words that help', async () => {
    await portal.goto('/portal/details');
    await press(portal, 'button', 'Remove: Passkey: My new tablet');
    await confirmPassword();
    await press(portal, 'button', 'Use passkey');
    await expect(portal.getByText('Passkey: My new tablet')).toBeHidden();
    await portal.context().clearCookies();
    await portal.goto('/portal');
    await press(portal, 'button', 'Sign in with a passkey');
    await expect(portal.getByRole('alert')).toContainText('This passkey does not belong to an account');
  });
});
