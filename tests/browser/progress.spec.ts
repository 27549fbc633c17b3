import { expect, test, type Page } from '@playwright/test';
import { deskDossierSchema } from '../../src/contract/dossier';
import { administrator, signInAtDesk } from './desk';
import { atDesk, givenClient, type GivenClient } from './given';
import { press, tabTo } from './keyboard';
import { look } from './look';
import { signIn } from './portal';
import { expectAccessible, listen } from './quiet';

test.describe.configure({ mode: 'serial' });

const DESCRIPTION = 'Purchase of Molenstraat 12';
const LARGE = { width: 1440, height: 900 };

const dossierAtDesk = async (path: string) => {
  const firm = await administrator();
  const dossier = deskDossierSchema.parse(await (await firm.get(`/desk${path}`)).json());
  await firm.dispose();
  return dossier;
};

test.describe('R107: staff keep the progress list that the client sees (R53)', () => {
  let desk: Page;
  let portal: Page;
  let given: GivenClient;
  let heard: string[] = [];

  test.beforeAll(async ({ browser }) => {
    given = await givenClient('Mila', [DESCRIPTION]);
    desk = await (await browser.newContext({ viewport: LARGE })).newPage();
    await signInAtDesk(desk, undefined, 'Super Admin');
    await desk.goto(`/admin/dossiers/${given.dossiers[0]}`);
    await expect(desk.getByRole('heading', { level: 1, name: DESCRIPTION })).toBeVisible();
    portal = await (await browser.newContext({ viewport: LARGE })).newPage();
    heard = listen(portal);
    await signIn(portal, given.email);
    await expect(portal.getByRole('heading', { level: 1, name: DESCRIPTION })).toBeVisible();
  });
  test.afterAll(async () => {
    await desk.context().close();
    await portal.context().close();
  });
  test.afterEach(() => expect(heard).toEqual([]));

  const dialog = () => desk.getByRole('dialog', { name: 'Progress list' });
  const name = (place: number) => dialog().getByRole('textbox', { name: `Step ${place}`, exact: true });
  const state = (place: number) =>
    dialog().getByRole('combobox', { name: `State of step ${place}`, exact: true });
  const fact = () => desk.getByRole('definition').filter({ hasText: 'Edit progress' });
  const saved = async (words: string) => {
    await expect(dialog()).toBeHidden();
    await expect(fact()).toContainText(words);
  };
  const done = async (place: number) => {
    await tabTo(desk, 'combobox', `State of step ${place}`);
    await desk.keyboard.press('Enter');
    await desk.getByRole('option', { name: 'Done' }).press('Enter');
    await expect(state(place)).toHaveText('Done');
  };
  const folded = (words: string) => portal.getByRole('button', { name: words });

  test('begins with a template of the firm, by keyboard alone', async () => {
    await expect(folded('Progress (0/0)')).toBeVisible();
    await press(desk, 'button', 'Edit progress');
    await press(desk, 'combobox', 'Start from a template');
    await desk.getByRole('option', { name: 'Aankoop woning' }).press('Enter');
    await expect(name(1)).toHaveValue('Koopovereenkomst ontvangen');
    await expect(dialog().getByRole('combobox', { name: 'Start from a template' })).toBeFocused();
    await expect(name(10)).toHaveValue('Akten ingeschreven in het Kadaster');
    // Enter has chosen, and saved nothing.
    await expect(dialog()).toContainText('Not saved yet.');
  });

  test('is renamed, completed, put in order and ticked off, by keyboard alone', async () => {
    await tabTo(desk, 'textbox', 'Step 1');
    await desk.keyboard.press('ControlOrMeta+A');
    await desk.keyboard.type('Deed of purchase received');
    await desk.keyboard.press('Enter');
    await expect(name(2)).toBeFocused();
    await desk.keyboard.type('Identity checked');
    await press(desk, 'button', 'Move step 2 down');
    await expect(name(3)).toHaveValue('Identity checked');
    await expect(desk.getByRole('button', { name: 'Move step 3 down' })).toBeFocused();
    // The button up stands before it.
    await desk.keyboard.press('Shift+Tab');
    await desk.keyboard.press('Enter');
    await expect(desk.getByRole('button', { name: 'Move step 2 up' })).toBeFocused();
    await desk.keyboard.press('Enter');
    await expect(name(1)).toHaveValue('Identity checked');
    // The button to go on with is gone there.
    await expect(name(1)).toBeFocused();
    await done(1);
    await done(2);
    await press(desk, 'button', 'Remove step 3');
    await expect(name(3)).toBeFocused();
    await done(3);
    await done(4);
    await look(desk, 'desk-progress', '[role="dialog"]');
    await desk.setViewportSize(LARGE);
    await press(desk, 'button', 'Save list');
    await saved('4 of 10 steps done');
  });

  test('is seen by the client at once, folded as (4/10), unfolded as a list with each state', async () => {
    await portal.reload();
    await expect(folded('Progress (4/10)')).toHaveAttribute('aria-expanded', 'false');
    await press(portal, 'button', 'Progress (4/10)');
    const steps = portal.getByRole('list').filter({ hasText: 'Identity checked' }).getByRole('listitem');
    await expect(steps).toHaveCount(10);
    await expect(steps.nth(0)).toContainText(/Identity checked\s*Done/);
    await expect(steps.nth(4)).toContainText('To come');
    await look(portal, 'dossier-progress');
    await portal.setViewportSize(LARGE);
  });

  test('is changed by mouse', async () => {
    await desk.getByRole('button', { name: 'Edit progress' }).click();
    await state(5).click();
    await desk.getByRole('option', { name: 'In progress' }).click();
    await dialog().getByRole('button', { name: 'Add a step' }).click();
    await expect(name(11)).toBeFocused();
    await dialog().getByRole('button', { name: 'Save list' }).click();
    await expect(dialog()).toContainText('Please fill in this field.');
    await expect(name(11)).toBeFocused();
    await name(11).fill('Keys handed over');
    await dialog().getByRole('button', { name: 'Remove step 10' }).click();
    await dialog().getByRole('button', { name: 'Save list' }).click();
    await saved('4 of 10 steps done');
    await portal.reload();
    await folded('Progress (4/10)').click();
    await expect(portal.getByRole('listitem').filter({ hasText: 'Keys handed over' })).toBeVisible();
  });

  test('keeps what was typed where the dialog was closed by mistake', async () => {
    await desk.getByRole('button', { name: 'Edit progress' }).click();
    await name(10).fill('Keys and papers handed over');
    await desk.keyboard.press('Escape');
    await desk.getByRole('button', { name: 'Edit progress' }).click();
    await expect(name(10)).toHaveValue('Keys and papers handed over');
    await dialog().getByRole('button', { name: 'Back to the saved list' }).click();
    await expect(name(10)).toHaveValue('Keys handed over');
    await expect(dialog()).not.toContainText('Not saved yet.');
  });

  test('is not written over where a colleague has changed it meanwhile, and nothing typed is lost', async () => {
    await name(10).fill('Keys and papers handed over');
    const steps = [{ label: 'Only this is left', state: 'active' }];
    const path = `/dossiers/${given.dossiers[0]}`;
    const { progress } = await dossierAtDesk(path);
    await atDesk('PUT', `${path}/progress-steps`, { steps, seen: progress });
    await dialog().getByRole('button', { name: 'Save list' }).click();
    await expect(dialog().getByRole('alert')).toContainText('Somebody else has changed this list meanwhile.');
    await expect(dialog().getByRole('alert')).toBeInViewport();
    await expect(dialog().getByRole('region', { name: 'The list as it is saved now' })).toContainText(
      'Only this is left: In progress',
    );
    await expect(name(10)).toHaveValue('Keys and papers handed over');
    // Strapi's own button under the mouse is paler than its words can bear.
    await desk.mouse.move(0, 0);
    await look(desk, 'desk-progress-theirs', '[role="dialog"]');
    await desk.setViewportSize(LARGE);
    await dialog().getByRole('button', { name: 'Save list' }).click();
    await saved('4 of 10 steps done');
  });

  test('stands below the day of the next step, which is the one that was typed, or none (B20)', async () => {
    const form = desk.getByRole('dialog', { name: 'Edit dossier' });
    const day = form.getByLabel('Expected date of the next step');
    const edit = () => desk.getByRole('button', { name: 'Edit dossier' }).click();
    await edit();
    await form.getByRole('textbox', { name: 'Next step', exact: true }).fill('Signing');
    await day.pressSequentially('15');
    await desk.keyboard.press('Enter');
    await expect(form).toContainText('Please check this field.');
    await day.fill('2026-12-15');
    await day.press('Enter');
    await expect(form).toBeHidden();
    await portal.reload();
    await expect(portal.getByText('expected 15 December 2026')).toBeVisible();
    await edit();
    await expect(day).toHaveValue('2026-12-15');
    await day.fill('');
    await form.getByRole('textbox', { name: 'Next step', exact: true }).fill('');
    await desk.keyboard.press('Enter');
    await expect(form).toBeHidden();
    const { nextStep, nextStepOn } = await dossierAtDesk(`/dossiers/${given.dossiers[0]}`);
    expect({ nextStep, nextStepOn }).toEqual({ nextStep: null, nextStepOn: null });
  });

  test('stands at the desk beside a number of the contact, which the client can dial (B20)', async () => {
    await desk.getByRole('button', { name: 'Change phone number' }).click();
    const form = desk.getByRole('dialog', { name: /^Phone number of/ });
    await form.getByLabel('Phone number').fill('ask me');
    await form.getByRole('button', { name: 'Save phone number' }).click();
    await expect(form).toContainText('Please enter a phone number of at least 5 digits');
    // Strapi's own button under the mouse is paler than its words can bear.
    await desk.mouse.move(0, 0);
    await expectAccessible(desk, '[role="dialog"]');
    await form.getByLabel('Phone number').fill('076 555 01 02');
    await desk.keyboard.press('Enter');
    await expect(form).toBeHidden();
    await expect(desk.getByRole('definition').filter({ hasText: '076 555 01 02' })).toBeVisible();
    await desk.mouse.move(0, 0);
    await look(desk, 'desk-progress-dossier', 'main');
    await portal.reload();
    await expect(portal.getByRole('link', { name: '076 555 01 02' })).toHaveAttribute(
      'href',
      'tel:0765550102',
    );
    const { contact } = await dossierAtDesk(`/dossiers/${given.dossiers[0]}`);
    await atDesk('PUT', `/staff/${contact?.id}/phone`, { phone: null });
  });
});
