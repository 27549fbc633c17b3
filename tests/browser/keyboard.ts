import { expect, type Page } from '@playwright/test';

type Role = 'button' | 'checkbox' | 'combobox' | 'link' | 'menuitem' | 'tab' | 'textbox';

/** More than any page of ours has stops. */
const MOST_STOPS = 120;

/** Goes on with Tab until the element has the focus, as somebody without a mouse does. */
export const tabTo = async (page: Page, role: Role, name: string | RegExp): Promise<void> => {
  const wanted = page.getByRole(role, { name, exact: typeof name === 'string' });
  await expect(wanted.first()).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await wanted.evaluateAll((found) => found.includes(document.activeElement as never))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`"${String(name)}" is not reached by keyboard`);
};

/** Goes there and uses it. */
export const press = async (page: Page, role: Role, name: string | RegExp): Promise<void> => {
  await tabTo(page, role, name);
  await page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
};

/** Goes there and writes, in the place of what stands there. */
export const type = async (page: Page, name: string | RegExp, text: string): Promise<void> => {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
};
