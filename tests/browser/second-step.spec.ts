import { expect, test, type Page } from '@playwright/test';
import { inDatabase, sessionsOf } from './database';
import { createClient, signInAtDesk } from './desk';
import { press, tabTo, type } from './keyboard';
import { look } from './look';
import { mailsTo } from './mailbox';
import { activate, CLIENT_PASSWORD, signIn } from './portal';
import { listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `S-${unique}`, name: `Sophie ${unique}`, email: `sophie-${unique}@client.example` };
const NEW_PASSWORD = 'another long sentence to keep';
const NUMBER = `3161${String(Date.now()).slice(-7)}`;

test.describe.configure({ mode: 'serial' });

/** The code in the newest text message, which the demo shows as a mail. */
const smsCode = async (count: number): Promise<string> => {
  const mails = await mailsTo(`${NUMBER}@sms.example`, count);
  const code = /\b\d{6}\b/.exec(mails.at(-1)?.text ?? '')?.[0];
  if (code === undefined) throw new Error('No code');
  return code;
};

test.describe('a second step by text message, by keyboard alone (R24, R25)', () => {
  let portal: Page;
  let heard: string[] = [];
  let recoveryCode = '';

  test.beforeAll(async ({ browser }) => {
    const desk = await (await browser.newContext()).newPage();
    await signInAtDesk(desk);
    await createClient(desk, CLIENT);
    await desk.getByRole('button', { name: 'Invite' }).click();
    portal = await (await browser.newContext()).newPage();
    await activate(portal, CLIENT.email);
    heard = listen(portal);
    await desk.context().close();
  });
  test.afterAll(() => portal.context().close());
  test.afterEach(() => expect(heard).toEqual([]));

  const keepCode = async (): Promise<string> => {
    await expect(portal.getByText(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)).toBeVisible();
    const code = (await portal.locator('.recovery-code').textContent()) ?? '';
    await press(portal, 'checkbox', 'I have kept the code in a safe place');
    await press(portal, 'button', 'Continue');
    return code;
  };

  test('the client sets it up under My details, and the number is corrected', async () => {
    await portal.goto('/portal/details');
    await press(portal, 'button', 'Set up text message');
    await type(portal, 'Mobile number', `00${NUMBER}`);
    await portal.keyboard.press('Enter');
    await expect(portal.getByText('We have written your number with its country code')).toBeVisible();
    await expect(portal.getByRole('textbox', { name: 'Mobile number' })).toHaveValue(NUMBER);
    await look(portal, 'second-step-number');
    await press(portal, 'button', 'Send code');
    await type(portal, 'Current password', CLIENT_PASSWORD);
    await portal.keyboard.press('Enter');
    await type(portal, '6-digit code', await smsCode(1));
    await portal.keyboard.press('Enter');
    await look(portal, 'second-step-recovery-code');
    recoveryCode = await keepCode();
    await expect(portal.getByText(`Text message to •••• ${NUMBER.slice(-3)}`)).toBeVisible();
    await look(portal, 'second-step-details');
  });

  test('the next sign-in asks for the code from the phone', async () => {
    await portal.context().clearCookies();
    await signIn(portal, CLIENT.email);
    await expect(portal.getByText(`number ending in ${NUMBER.slice(-3)}`)).toBeVisible();
    const field = portal.getByRole('textbox', { name: '6-digit code' });
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
    await expect(field).toHaveAttribute('inputmode', 'numeric');
    const code = await smsCode(2);
    await portal.reload();
    await expect(portal.getByText(`number ending in ${NUMBER.slice(-3)}`)).toBeVisible();
    await look(portal, 'second-step-sign-in');
    await type(portal, '6-digit code', code === '000000' ? '000001' : '000000');
    await portal.keyboard.press('Enter');
    await expect(portal.getByRole('alert')).toContainText('This code is not right');
    await tabTo(portal, 'textbox', '6-digit code');
    await portal.keyboard.press('Control+A');
    await portal.keyboard.type(code);
    await portal.keyboard.press('Enter');
    await expect(portal.getByRole('button', { name: `Account of ${CLIENT.name}` })).toBeVisible();
  });

  test('the recovery code signs in without the phone, and a new one is shown', async () => {
    await portal.context().clearCookies();
    await signIn(portal, CLIENT.email);
    await press(portal, 'button', 'Use the recovery code');
    await type(portal, 'Recovery code', recoveryCode.toLowerCase());
    await portal.keyboard.press('Enter');
    const kept = await keepCode();
    expect(kept).not.toBe(recoveryCode);
    recoveryCode = kept;
    await expect(portal.getByRole('button', { name: `Account of ${CLIENT.name}` })).toBeVisible();
  });

  /** The password again, as every change asks for it; what follows is the second step. */
  const giveThePasswordAgain = async (): Promise<void> => {
    await type(portal, 'Current password', CLIENT_PASSWORD);
    await portal.keyboard.press('Enter');
    await expect(portal.getByText('Now confirm with your second step.')).toBeVisible();
  };

  test('a change is confirmed by a code from the phone, after the password', async () => {
    await portal.goto('/portal/details');
    await press(portal, 'button', 'Change e-mail address');
    await type(portal, 'New e-mail address', `new-${CLIENT.email}`);
    await press(portal, 'button', 'Send link');
    await giveThePasswordAgain();
    await expect(portal.getByText(`number ending in ${NUMBER.slice(-3)}`)).toBeVisible();
    await look(portal, 'confirmation-second-step');
    const code = await smsCode(4);
    await type(portal, '6-digit code', code === '000000' ? '000001' : '000000');
    await portal.keyboard.press('Enter');
    await expect(portal.getByRole('alert')).toContainText('This code is not right');
    await type(portal, '6-digit code', code);
    await portal.keyboard.press('Enter');
    await expect(portal.getByText(`We have sent an e-mail to new-${CLIENT.email}`)).toBeVisible();
  });

  test('without the phone it is confirmed by the recovery code, and a new one is shown', async () => {
    await inDatabase((database) => sessionsOf(database, CLIENT.email).update({ confirmed_at: null }));
    await press(portal, 'button', 'Change password');
    await type(portal, 'New password', NEW_PASSWORD);
    await type(portal, 'Repeat password', NEW_PASSWORD);
    await press(portal, 'button', 'Save new password');
    await giveThePasswordAgain();
    await press(portal, 'button', 'Use the recovery code');
    await type(portal, 'Recovery code', recoveryCode.toLowerCase());
    await portal.keyboard.press('Enter');
    expect(await keepCode()).not.toBe(recoveryCode);
    await expect(portal.getByText('Your new password is saved.')).toBeVisible();
  });
});
