import { expect, test, type Page } from '@playwright/test';
import { createClient, signInAtDesk } from './desk';
import { mailsTo } from './mailbox';
import { picture } from './picture';
import { activate, CLIENT_PASSWORD, signIn } from './portal';
import { expectAccessible, listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `S-${unique}`, name: `Sophie ${unique}`, email: `sophie-${unique}@client.example` };
const NUMBER = `3161${String(Date.now()).slice(-7)}`;

test.describe.configure({ mode: 'serial' });

/** The code in the newest text message, which the demo shows as a mail. */
const smsCode = async (count: number): Promise<string> => {
  const mails = await mailsTo(`${NUMBER}@sms.example`, count);
  const code = /\b\d{6}\b/.exec(mails.at(-1)?.text ?? '')?.[0];
  if (code === undefined) throw new Error('No code');
  return code;
};

/** Goes on with Tab until the element has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, role: 'button' | 'textbox' | 'checkbox', name: string): Promise<void> => {
  const wanted = page.getByRole(role, { name, exact: true });
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 60; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by keyboard`);
};

/** Photographed on a phone and a computer, and looked through by axe. */
const look = async (page: Page, name: string): Promise<void> => {
  await expectAccessible(page);
  for (const [kind, width] of [
    ['phone', 360],
    ['computer', 1440],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await picture(page, `${name}-${kind}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  }
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
    await tabTo(portal, 'checkbox', 'I have kept the code in a safe place');
    await portal.keyboard.press('Space');
    await tabTo(portal, 'button', 'Go on');
    await portal.keyboard.press('Enter');
    return code;
  };

  test('the client sets it up under My details, and the number is corrected', async () => {
    await portal.goto('/portal/details');
    await tabTo(portal, 'button', 'Set up text message');
    await portal.keyboard.press('Enter');
    await tabTo(portal, 'textbox', 'Mobile number');
    await portal.keyboard.type(`00${NUMBER}`);
    await portal.keyboard.press('Enter');
    await expect(portal.getByText('We have written your number with its country code')).toBeVisible();
    await expect(portal.getByRole('textbox', { name: 'Mobile number' })).toHaveValue(NUMBER);
    await look(portal, 'second-step-number');
    await tabTo(portal, 'button', 'Send code');
    await portal.keyboard.press('Enter');
    await tabTo(portal, 'textbox', 'Current password');
    await portal.keyboard.type(CLIENT_PASSWORD);
    await portal.keyboard.press('Enter');
    await tabTo(portal, 'textbox', 'Code of 6 digits');
    await portal.keyboard.type(await smsCode(1));
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
    const field = portal.getByRole('textbox', { name: 'Code of 6 digits' });
    await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
    await expect(field).toHaveAttribute('inputmode', 'numeric');
    const code = await smsCode(2);
    await portal.reload();
    await expect(portal.getByText(`number ending in ${NUMBER.slice(-3)}`)).toBeVisible();
    await look(portal, 'second-step-sign-in');
    await tabTo(portal, 'textbox', 'Code of 6 digits');
    await portal.keyboard.type(code === '000000' ? '000001' : '000000');
    await portal.keyboard.press('Enter');
    await expect(portal.getByRole('alert')).toContainText('This code is not right');
    await tabTo(portal, 'textbox', 'Code of 6 digits');
    await portal.keyboard.press('Control+A');
    await portal.keyboard.type(code);
    await portal.keyboard.press('Enter');
    await expect(portal.getByRole('button', { name: `Account of ${CLIENT.name}` })).toBeVisible();
  });

  test('the recovery code signs in without the phone, and a new one is shown', async () => {
    await portal.context().clearCookies();
    await signIn(portal, CLIENT.email);
    await tabTo(portal, 'button', 'Use the recovery code');
    await portal.keyboard.press('Enter');
    await tabTo(portal, 'textbox', 'Recovery code');
    await portal.keyboard.type(recoveryCode.toLowerCase());
    await portal.keyboard.press('Enter');
    expect(await keepCode()).not.toBe(recoveryCode);
    await expect(portal.getByRole('button', { name: `Account of ${CLIENT.name}` })).toBeVisible();
  });
});
