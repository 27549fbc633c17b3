import Bowser from 'bowser';
import type { Device } from '../contract/account';

/** What the browser said it is, in names; it may say anything, so it is shown and never trusted. */
export const deviceOf = (userAgent: string | null): Device => {
  if (!userAgent) return { browser: null, system: null };
  const { browser, os } = Bowser.parse(userAgent);
  return { browser: browser.name || null, system: os.name || null };
};
