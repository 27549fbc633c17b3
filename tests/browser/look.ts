import { expect, type Page } from '@playwright/test';
import { picture } from './picture';
import { expectAccessible } from './quiet';

/** Nothing of the page lies beside the window: nobody has to scroll sideways. */
export const expectNothingBeside = async (page: Page): Promise<void> => {
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beside).toBeLessThanOrEqual(0);
};

/** Looked through by axe, and photographed on a phone and a computer. */
export const look = async (page: Page, name: string, part?: string): Promise<void> => {
  await expectAccessible(page, part);
  for (const [kind, width] of [
    ['phone', 360],
    ['computer', 1440],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await picture(page, `${name}-${kind}`);
    await expectNothingBeside(page);
  }
};
