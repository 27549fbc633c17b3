import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { changeSettings, createClient, signInAtDesk } from './desk';
import { press, tabTo, type } from './keyboard';
import { look } from './look';
import { linkIn, mailsTo } from './mailbox';
import { CLIENT_PASSWORD } from './portal';
import { expectAccessible, listen } from './quiet';

const unique = Date.now().toString(36);
const clientNamed = (name: string) => ({
  number: `${name}-${unique}`,
  name: `${name} ${unique}`,
  email: `${name.toLowerCase()}-${unique}@client.example`,
});
const [PIA, KEES, ROOS] = ['Pia', 'Kees', 'Roos'].map(clientNamed);
if (!PIA || !KEES || !ROOS) throw new Error('Nobody');

test.describe.configure({ mode: 'serial' });

test.describe('invitations, by keyboard alone', () => {
  let desk: Page;
  let portal: Page;
  let heard: string[] = [];

  test.beforeAll(async ({ browser }) => {
    desk = await (await browser.newContext({ acceptDownloads: true })).newPage();
    await signInAtDesk(desk);
  });
  test.beforeEach(async ({ browser }) => {
    portal = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    heard = listen(portal);
  });
  test.afterEach(async () => {
    await portal.context().close();
    expect(heard).toEqual([]);
  });
  test.afterAll(async () => {
    await changeSettings({ activationWay: 'mail', userNames: 'email', firstScreen: 'details' });
    await desk.context().close();
  });

  const facts = () => desk.locator('dl').first();
  const stands = async (state: string) => {
    await desk.reload();
    await expect(facts()).toContainText(state);
  };
  const choosePassword = async (button: string): Promise<void> => {
    await type(portal, 'Password', CLIENT_PASSWORD);
    await type(portal, 'Repeat password', CLIENT_PASSWORD);
    await expect(portal.locator('.strength')).toContainText('Strong');
    await look(portal, `activation-${button === 'Save password' ? 'password' : 'code'}`);
    await press(portal, 'button', button);
  };
  /** Writes the letter, and reads the code from the paper. */
  const codeFromLetter = async (number: string): Promise<string> => {
    const download = desk.waitForEvent('download');
    await press(desk, 'button', 'Print letter');
    const letter = await download;
    expect(letter.suggestedFilename()).toBe(`invitation-${number}.pdf`);
    const input = readFileSync(await letter.path());
    const words = execFileSync('pdftotext', ['-layout', '-', '-'], { input }).toString('utf8');
    const code = /\b(?:[A-Z0-9]{5}-){2}[A-Z0-9]{5}\b/.exec(words)?.[0];
    if (code === undefined) throw new Error('No code in the letter');
    await expect(desk.getByRole('button', { name: 'Print letter' })).toBeEnabled();
    return code;
  };

  test('way A (R3, R4): three mails, a password, and in at My details', async () => {
    await createClient(desk, PIA);
    await press(desk, 'button', 'Invite');
    await expect(facts()).toContainText('Invited');
    const [invitation] = await mailsTo(PIA.email, 1);
    if (!invitation) throw new Error('No invitation');
    await portal.goto(linkIn(invitation));
    await tabTo(portal, 'textbox', 'E-mail address');
    await look(portal, 'activation-mail');
    await type(portal, 'E-mail address', PIA.email);
    await portal.keyboard.press('Enter');
    await expect(portal.getByRole('heading', { name: 'Please look in your mailbox' })).toBeVisible();
    const [, link] = await mailsTo(PIA.email, 2);
    if (!link) throw new Error('No link');
    await stands('Invitation opened');
    await portal.goto(linkIn(link));
    await choosePassword('Save password');
    await expect(portal.getByRole('heading', { level: 1, name: 'My details' })).toBeVisible();
    expect((await mailsTo(PIA.email, 3))[2]?.subject).toContain('is ready');
    await stands('Active');
    await portal.goto(linkIn(link));
    await expect(portal.getByRole('alert')).toContainText('This link no longer works');
    await expect(portal.getByRole('link', { name: 'New link to activate my account' })).toBeVisible();
    await look(portal, 'activation-used-link');
  });

  test('staff send an invitation again, and take it back', async () => {
    await createClient(desk, KEES);
    await press(desk, 'button', 'Invite');
    await expect(facts()).toContainText('Invited');
    await press(desk, 'button', 'Send the invitation again');
    await mailsTo(KEES.email, 2);
    await press(desk, 'button', 'Revoke invitation');
    const question = desk.getByRole('alertdialog');
    await expect(question).toContainText('stop working at once');
    await expectAccessible(desk, '[role=alertdialog]');
    await tabTo(desk, 'button', 'Cancel');
    await press(desk, 'button', 'Revoke invitation');
    await expect(question).toBeHidden();
    await expect(facts()).toContainText('Not invited');
    await expect(desk.getByRole('button', { name: 'Invite', exact: true })).toBeVisible();
    await expectAccessible(desk, 'main');
  });

  test('way B (R5, R6, R7): the code from the letter, an own user name, and in at home', async () => {
    await changeSettings({ activationWay: 'code', userNames: 'chosen', firstScreen: 'home' });
    await createClient(desk, ROOS);
    await press(desk, 'button', 'Invite');
    await expect(facts()).toContainText('Invited');
    await expectAccessible(desk, 'main');
    const [invitation] = await mailsTo(ROOS.email, 1);
    if (!invitation) throw new Error('No invitation');
    const old = await codeFromLetter(ROOS.number);
    const code = await codeFromLetter(ROOS.number);
    await portal.goto(linkIn(invitation));
    await press(portal, 'button', 'Activate account');
    await expect(portal.getByRole('alert')).toContainText('Enter all 15 letters and digits');
    await look(portal, 'activation-code-empty');
    await type(portal, 'Activation code', old);
    await type(portal, 'User name', `roos ${unique}`);
    await choosePassword('Activate account');
    await expect(portal.getByRole('alert').first()).toContainText('Choose a user name');
    await type(portal, 'User name', `Roos.${unique}`);
    await press(portal, 'button', 'Activate account');
    await expect(portal.getByRole('alert').first()).toContainText('This activation code does not work');
    await look(portal, 'activation-code-wrong');
    await stands('Invitation opened');
    await type(portal, 'Activation code', code.toLowerCase().replaceAll('-', ' '));
    await press(portal, 'button', 'Activate account');
    await expect(portal.getByRole('heading', { level: 1, name: /^Good/ })).toBeVisible();
    expect((await mailsTo(ROOS.email, 2))[1]?.text).toContain('with your user name');
    await stands(`roos.${unique}`);
    await expect(facts()).toContainText('Active');

    await portal.context().clearCookies();
    await portal.goto('/portal');
    await type(portal, 'User name', `roos.${unique}`);
    await type(portal, 'Password', CLIENT_PASSWORD);
    await portal.keyboard.press('Enter');
    await expect(portal.getByRole('heading', { level: 1, name: /^Good/ })).toBeVisible();
  });
});
