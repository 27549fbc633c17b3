import path from 'node:path';
import type { Page } from '@playwright/test';

const FOLDER = path.resolve(__dirname, '../../docs/pictures');

/** Keeps a picture for the README when `npm run pictures` asks for them; a test otherwise leaves none. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (process.env.PICTURES !== 'true') return;
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
};
