import { expect, test } from '@playwright/test';
import { createClient, createDossier, signInAtDesk } from './desk';
import { picture } from './picture';
import { activate } from './portal';
import { expectAccessible, listen } from './quiet';

const unique = Date.now().toString(36);
const CLIENT = { number: `L-${unique}`, name: `Lotte ${unique}`, email: `lotte-${unique}@client.example` };

test('a client with several dossiers finds one by words, status and order (R50, R51)', async ({
  browser,
}) => {
  const contexts = [
    await browser.newContext(),
    await browser.newContext({ viewport: { width: 360, height: 740 } }),
  ] as const;
  const [desk, portal] = [await contexts[0].newPage(), await contexts[1].newPage()];
  const heard = listen(portal);
  await signInAtDesk(desk);
  await createClient(desk, CLIENT);
  for (const [number, description] of [
    [`${unique}.9`, 'Testament Müller'],
    [`${unique}.10`, 'Purchase Kerkstraat 4'],
    [`${unique}.11`, 'Company Öz'],
  ] as const)
    await createDossier(desk, CLIENT.name, number, description);
  await desk.getByRole('button', { name: 'Invite' }).click();
  await activate(portal, CLIENT.email);
  await expect(portal.getByRole('heading', { level: 1, name: 'My details' })).toBeVisible();
  await portal.goto('/portal/dossiers');
  await expect(portal.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible();
  const rows = portal.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(3);

  await test.step('there is no filter where every dossier has the same status', async () => {
    await expect(portal.getByRole('checkbox')).toHaveCount(0);
    await expectAccessible(portal);
  });

  await test.step('staff close a dossier, and the filter appears', async () => {
    await desk.getByRole('button', { name: 'Edit dossier' }).click();
    const form = desk.getByRole('dialog', { name: 'Edit dossier' });
    await form.getByRole('combobox', { name: 'Status' }).click();
    await desk.getByRole('option', { name: 'Closed' }).click();
    await form.getByLabel('Next step', { exact: true }).fill('Archive');
    await expectAccessible(desk, '[role=dialog]');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(desk.getByText('The dossier was changed.')).toBeVisible();
    await expect(desk.getByRole('main')).toContainText('Archive');
    await portal.reload();
    const ticked = () =>
      portal.getByRole('checkbox', { name: 'In progress' }).evaluate((box: HTMLInputElement) => {
        box.click();
        return box.checked;
      });
    // In the same moment: a tick that comes back before it goes confuses who watches it.
    expect(await ticked()).toBe(false);
    await expect(rows).toHaveText([/Company Öz/]);
    await expect(portal.getByRole('checkbox', { name: 'Closed' })).toBeDisabled();
    expect(await ticked()).toBe(true);
  });

  await test.step('words and order narrow and sort at once, and are read out', async () => {
    await portal.getByRole('searchbox', { name: 'Search by number or description' }).fill('muller');
    await expect(rows).toHaveText([/Testament Müller/]);
    await expect(portal.getByRole('status').filter({ hasText: 'of' })).toHaveText('1 of 3 dossiers');
    await portal.getByRole('searchbox').fill('nothing of the kind');
    await expect(portal.getByText('No dossier found.')).toBeVisible();
    await expectAccessible(portal);
    await portal.getByRole('searchbox').fill('');
    await portal.getByRole('combobox', { name: 'Order' }).selectOption('By number');
    await expect(rows).toHaveText([/\.9/, /\.10/, /\.11/]);
  });

  await test.step('the way to the dossiers shows all of them again', async () => {
    await portal.getByRole('searchbox').fill('kerk');
    await expect(rows).toHaveCount(1);
    await portal.getByRole('navigation').getByRole('link', { name: 'Dossiers' }).click();
    await expect(portal.getByRole('searchbox')).toHaveValue('');
    await expect(rows).toHaveCount(3);
  });

  await test.step('whoever comes back from a dossier finds the list as it was', async () => {
    await portal.getByRole('searchbox').fill('kerk');
    await portal.getByRole('link', { name: 'Purchase Kerkstraat 4' }).click();
    await expect(portal.getByRole('heading', { level: 1, name: 'Purchase Kerkstraat 4' })).toBeVisible();
    await portal.goBack();
    await expect(portal.getByRole('searchbox')).toHaveValue('kerk');
    await expect(rows).toHaveCount(1);
    await portal.getByRole('searchbox').fill('');
    await picture(portal, 'dossiers-phone');
    await portal.setViewportSize({ width: 1440, height: 900 });
    await picture(portal, 'dossiers-computer');
  });
  expect(heard).toEqual([]);
  await Promise.all(contexts.map((context) => context.close()));
});
