import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { createClient, createDossier, publish, readingOf, signInAtDesk } from './desk';
import { EICAR, PDF } from './files';
import { mailsTo } from './mailbox';
import { picture } from './picture';
import { activate, attach } from './portal';
import { expectAccessible, listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `C-${unique}`, name: `Clara ${unique}`, email: `clara-${unique}@client.example` };
const DOSSIER = { number: `2026.${unique}`, description: `Sale of Lindenstraat ${unique}` };
/** Nothing of this may stand in a mail (B6). */
const SECRETS = [CLIENT.name, DOSSIER.number, DOSSIER.description, 'Draft deed', 'Signing', 'Jansen'];

test.describe.configure({ mode: 'serial' });

test.describe('a firm and its client', () => {
  let contexts: BrowserContext[] = [];
  let desk: Page;
  let portal: Page;
  let heard: string[] = [];

  test.beforeAll(async ({ browser }) => {
    contexts = [await browser.newContext(), await browser.newContext({ acceptDownloads: true })];
    const [ofStaff, ofClient] = await Promise.all(contexts.map((context) => context.newPage()));
    if (ofStaff === undefined || ofClient === undefined) throw new Error('No pages');
    [desk, portal] = [ofStaff, ofClient];
    heard = listen(portal);
  });
  test.afterAll(() => Promise.all(contexts.map((context) => context.close())));
  test.afterEach(() => expect(heard).toEqual([]));

  const openDossierAtDesk = async (): Promise<void> => {
    await desk.getByRole('link', { name: 'Dossiers' }).first().click();
    await desk.getByRole('link', { name: DOSSIER.description }).click();
    await expect(desk.getByRole('heading', { name: DOSSIER.description, level: 1 })).toBeVisible();
  };
  const tab = (name: RegExp) => portal.getByRole('tab', { name });

  test('staff create a client and a dossier, and invite the client', async () => {
    await signInAtDesk(desk);
    await createClient(desk, CLIENT);
    await createDossier(desk, CLIENT.name, DOSSIER.number, DOSSIER.description);
    await desk.getByRole('button', { name: 'Invite' }).click();
    await expect(desk.getByRole('region', { name: 'Client' })).toContainText('Invited');
    await expectAccessible(desk, 'main');
  });

  test('the client sets a password through the mailed links and sees the dossier', async () => {
    await activate(portal, CLIENT.email);
    await portal.goto('/portal');
    await expect(portal.getByRole('heading', { name: DOSSIER.description, level: 1 })).toBeVisible();
    await expectAccessible(portal);
    const mails = await mailsTo(CLIENT.email, 3);
    expect(mails[2]?.subject).toContain('is ready');
  });

  test('staff publish a PDF, and the client gets a mail that says nothing of the case', async () => {
    await openDossierAtDesk();
    await publish(desk, 'Draft deed.pdf', PDF);
    await expect(readingOf(desk, 'Draft deed.pdf')).toContainText('not opened yet');
    const [mail] = (await mailsTo(CLIENT.email, 4)).slice(3);
    expect(mail?.subject).toBe('A new document is ready for you');
    for (const secret of SECRETS)
      expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain(secret);
  });

  test('a preview by staff, a HEAD and a prefetch count for nobody', async () => {
    await desk.getByRole('link', { name: 'Preview Draft deed.pdf' }).click();
    await expect(desk.getByRole('group', { name: 'Page 1 of 1' })).toContainText('Draft deed');
    await desk.getByRole('link', { name: 'Back to the documents' }).click();
    await portal.reload();
    await tab(/^Documents/).click();
    const page = await portal.getByRole('link', { name: /Open/ }).first().getAttribute('href');
    const statuses = await portal.evaluate(
      async (url) => {
        const asked = [fetch(url, { method: 'HEAD' }), fetch(url, { headers: { Purpose: 'prefetch' } })];
        return (await Promise.all(asked)).map(({ status }) => status);
      },
      `/api/portal/documents/${page?.split('/').at(-1)}/view`,
    );
    // The prefetch gets nothing: with the content, it could be read without a trace.
    expect(statuses).toEqual([200, 403]);
    await desk.reload();
    await expect(readingOf(desk, 'Draft deed.pdf')).toContainText('not opened yet');
  });

  test('the client sees it unread, opens it and downloads it, and staff see when', async () => {
    await portal.reload();
    await tab(/^Documents.*1 new/).click();
    const row = portal.getByRole('listitem').filter({ hasText: 'Draft deed.pdf' });
    await expect(row.getByRole('img', { name: 'Not opened yet' })).toBeVisible();
    await row.getByRole('link', { name: /Open/ }).click();
    await expect(portal.getByRole('group', { name: 'Page 1 of 1' })).toContainText('Draft deed');
    await desk.bringToFront();
    await desk.reload();
    await expect(readingOf(desk, 'Draft deed.pdf')).toContainText(/opened \d+ \w+ 20\d\d/);
    await expect(readingOf(desk, 'Draft deed.pdf')).not.toContainText('downloaded');
    await portal.bringToFront();
    await portal.goBack();
    await expect(row.getByRole('img', { name: 'Not opened yet' })).toBeHidden();
    const download = portal.waitForEvent('download');
    await row.getByRole('link', { name: /Download/ }).click();
    expect((await download).suggestedFilename()).toBe('Draft deed.pdf');
    await expect(portal.getByText(/You will find it in/)).toBeVisible();
    await desk.reload();
    await expect(readingOf(desk, 'Draft deed.pdf')).toContainText(/downloaded \d+ \w+ 20\d\d/);
  });

  test('the client writes with two files: the clean one arrives, the infected one is refused at once', async () => {
    await tab(/^Messages/).click();
    await portal.getByRole('link', { name: 'New message' }).click();
    await portal.getByRole('textbox', { name: 'Subject' }).fill('Signing');
    await portal
      .getByRole('textbox', { name: 'Your message' })
      .fill('Here is my passport. May I bring my son?');
    await attach(portal, [
      { name: 'passport.pdf', mimeType: 'application/pdf', buffer: PDF },
      { name: 'bank.pdf', mimeType: 'application/pdf', buffer: EICAR },
    ]);
    await expect(portal.getByText(/contains a virus \(Eicar/)).toBeVisible();
    await expect(portal.getByRole('button', { name: 'Remove passport.pdf' })).toBeVisible();
    await expectAccessible(portal);
    await portal.getByRole('button', { name: 'Send message' }).click();
    await expect(portal.getByText('Your message has been sent.')).toBeVisible();
  });

  test('staff see the attempt, read the message and answer', async () => {
    await desk.reload();
    await desk.getByRole('tab', { name: 'Refused uploads' }).click();
    const attempt = desk.getByRole('row', { name: /bank\.pdf/ });
    await expect(attempt).toContainText('Contains a virus');
    await expect(attempt).toContainText('Eicar');
    await desk.getByRole('tab', { name: /Messages \(1 new\)/ }).click();
    await desk.getByRole('link', { name: 'Signing' }).click();
    await expect(desk.getByText('May I bring my son?')).toBeVisible();
    await expect(desk.getByText('passport.pdf').first()).toBeVisible();
    await expect(desk.getByText('bank.pdf')).toBeHidden();
    await desk.getByRole('button', { name: 'Reply' }).click();
    await desk.getByRole('textbox', { name: 'Message' }).fill('Of course. Until the fourth.');
    await desk.getByRole('button', { name: 'Send message' }).click();
    await expect(desk.getByText('The message was sent.')).toBeVisible();
  });

  test('the client gets a mail without detail, and reads the answer', async () => {
    const [mail] = (await mailsTo(CLIENT.email, 5)).slice(4);
    for (const secret of SECRETS)
      expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain(secret);
    await portal.goto('/portal');
    await tab(/^Messages.*1 new/).click();
    await portal
      .getByRole('link', { name: /Signing/ })
      .first()
      .click();
    await expect(portal.getByText('Of course. Until the fourth.')).toBeVisible();
    await expect(portal.getByText('Here is my passport.')).toBeVisible();
    await expectAccessible(portal);
  });

  test('and prints it: what was written, and nothing that can only be pressed', async () => {
    await expect(portal.getByRole('link', { name: 'Reply' })).toBeVisible();
    await portal.emulateMedia({ media: 'print' });
    await expect(portal.getByText('Of course. Until the fourth.')).toBeVisible();
    await expect(portal.getByRole('link', { name: 'Reply' })).toBeHidden();
    await expect(portal.getByRole('navigation')).toHaveCount(0);
    await picture(portal, 'message-on-paper');
    await portal.emulateMedia({ media: null });
  });

  test('the client signs out, and the way back leads to the sign-in page', async () => {
    await portal.getByRole('button', { name: /Account of/ }).click();
    await portal.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(portal.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await portal.goBack();
    await expect(portal.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  });
});
