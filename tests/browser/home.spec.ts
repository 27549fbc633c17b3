import { expect, test, type Page } from '@playwright/test';
import { createClient, createDossier, publishAll, signInAtDesk } from './desk';
import { PDF } from './files';
import { expectNothingBeside, look } from './look';
import { activate, signIn, withoutAnswers } from './portal';
import { expectAccessible, listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `H-${unique}`, name: `Hanna ${unique}`, email: `hanna-${unique}@client.example` };
const FIRST = `Purchase of Kerkstraat ${unique}`;
const SECOND = `Testament ${unique}`;

const idIn = (address: string): string => /[a-z0-9]{24}/.exec(address)?.[0] ?? '';
const greeting = (page: Page) => page.getByRole('heading', { level: 1, name: /^Good .*Hanna/ });
const parts = (page: Page) => page.getByRole('navigation', { name: 'Parts of the portal' });
const row = (page: Page, text: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text });

test('a client sees at once what there is, what is to be done and what is new (R40 to R45)', async ({
  browser,
}) => {
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const [desk, portal] = [await contexts[0].newPage(), await contexts[1].newPage()];
  const heard = listen(portal);
  let dossier = '';

  await test.step('who has one dossier lands in it, and finds Home in the menu (R42, R45)', async () => {
    await signInAtDesk(desk);
    await createClient(desk, CLIENT);
    await createDossier(desk, CLIENT.name, `${unique}.1`, FIRST);
    dossier = idIn(desk.url());
    await desk.getByRole('button', { name: 'Invite' }).click();
    await activate(portal, CLIENT.email);
    await portal.goto('/portal');
    await expect(portal.getByRole('heading', { level: 1, name: FIRST })).toBeVisible();
    await parts(portal).getByRole('link', { name: 'Home' }).click();
    await expect(greeting(portal)).toBeFocused();
    await expect(portal.getByText('1 in progress, 1 in all')).toBeVisible();
    await expect(portal.getByText('There is nothing new.')).toBeVisible();
    await look(portal, 'home-empty');
  });

  await test.step('what the firm puts there stands on Home, and each leads to itself (R44)', async () => {
    await createDossier(desk, CLIENT.name, `${unique}.2`, SECOND);
    await publishAll(dossier, { 'Draft deed.pdf': PDF, 'Terms of the sale.pdf': PDF });
    await portal.context().clearCookies();
    await signIn(portal, CLIENT.email);
    await expect(greeting(portal)).toBeVisible();
    await expect(
      portal.getByRole('heading', { name: /^New since your last visit \(today at/ }),
    ).toBeVisible();
    await look(portal, 'home');
    await portal.emulateMedia({ colorScheme: 'dark' });
    await look(portal, 'home-dark');
    await portal.emulateMedia({ colorScheme: 'light' });
    await row(portal, 'Draft deed.pdf').getByRole('link').press('Enter');
    await expect(portal.getByRole('group', { name: 'Page 1 of 1' })).toContainText('Draft deed');
    await portal.goBack();
    await expect(row(portal, 'Terms of the sale.pdf')).toBeVisible();
    await expect(row(portal, 'Draft deed.pdf')).toHaveCount(0);
  });

  await test.step('the parts lead there from everywhere, the counter stays, and each says where one is', async () => {
    for (const width of [1280, 360]) {
      await portal.setViewportSize({ width, height: 740 });
      for (const [name, heading] of [
        [/^Dossiers/, /^Dossiers$/],
        [/^Actions/, /^Actions$/],
        [/^Home/, /^Good/],
      ] as const) {
        await parts(portal).getByRole('link', { name }).click();
        await expect(portal.getByRole('heading', { level: 1, name: heading })).toBeFocused();
        await expect(parts(portal).locator('[aria-current=page]')).toHaveText(name);
        await expect(parts(portal).getByRole('link', { name: 'Actions nothing to do' })).toBeVisible();
      }
    }
    await parts(portal).getByRole('link', { name: 'Actions' }).click();
    await look(portal, 'actions');
    await expect(portal.getByText('There is nothing for you to fill in.')).toBeVisible();
    await portal.getByRole('contentinfo').getByRole('link', { name: 'Help' }).click();
    await expect(portal.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
    await portal.reload();
    await parts(portal).getByRole('link', { name: 'Home' }).click();
    await expect(greeting(portal)).toBeVisible();
  });

  await test.step('where it cannot be loaded the page says so, and is there as soon as it can', async () => {
    await withoutAnswers(portal);
    await portal.route('**/api/portal/home', (route) => route.abort());
    await portal.reload();
    await expect(portal.getByRole('alert')).toBeVisible();
    await expectAccessible(portal);
    await portal.unroute('**/api/portal/home');
    await expect(greeting(portal)).toBeVisible();
  });

  await test.step('on the narrowest screen nothing lies beside the window', async () => {
    await portal.setViewportSize({ width: 320, height: 740 });
    await expectNothingBeside(portal);
    await expectAccessible(portal);
  });
  expect(heard.filter((text) => !text.includes('ERR_FAILED'))).toEqual([]);
  await Promise.all(contexts.map((context) => context.close()));
});
