import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

/** What a page complained about: errors, warnings of the content security policy, broken scripts. */
export const listen = (page: Page): string[] => {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswered(message.text())) heard.push(message.text());
  });
  return heard;
};

/** In every test of this file: the page has nothing to complain about. */
export const expectQuietPages = (): void => {
  let heard: string[] = [];
  test.beforeEach(({ page }) => {
    heard = listen(page);
  });
  test.afterEach(() => expect(heard).toEqual([]));
};

/** A refusal that the page answers in words, which the browser notes besides. */
const isAnswered = (text: string): boolean =>
  /the server responded with a status of (401|403|410|422|423)/.test(text);

/** Nothing fades in or out any more: half transparent, no text has its contrast. What never ends is not waited for. */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) =>
          one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
      ),
  );

/** Where the page ends, the bar at the thumb covers nothing: what it covers before is half a target to a machine. */
const toTheEnd = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const before = window.scrollY;
    window.scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
    return before;
  });
const backTo = (page: Page, top: number): Promise<void> =>
  page.evaluate((before) => window.scrollTo({ top: before, behavior: 'instant' }), top);

/** WCAG 2.2 AA, as far as a machine can tell, in the state the page is in. */
export const expectAccessible = async (page: Page, part = 'body'): Promise<void> => {
  await settled(page);
  const before = await toTheEnd(page);
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  await backTo(page, before);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};
