import { expect, type Page } from '@playwright/test';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
interface Placed {
  words: string;
  line: Box;
  /** Whether it keeps its place in the window; what is under it can be scrolled out from there. */
  fixed: boolean;
}
interface Text extends Placed {
  /** The nearest thing with an edge that can be seen, and what is left by whatever around it cuts something off. */
  holder: Box | null;
  cutters: Box[];
  /** Whether dots stand for its end. */
  shortened: boolean;
}
interface Measured {
  width: number;
  scrollWidth: number;
  texts: Text[];
  controls: Placed[];
}

const CONTROLS = 'a[href], button, input, textarea, select, [role="tab"]';
const HOLDERS = `button, .button, .tab, .row, .card, .tile, .notice, .account-section, .mark, .nav-link, li`;
/** What floats above the page covers it, and is looked at alone. */
const FLOATING = '[role="dialog"], [role="alertdialog"], .popover';

/** Where every line of text and every control of the page stands that can be seen. */
const measure = (page: Page): Promise<Measured> =>
  page.evaluate(
    ([controls = '', holders = '', floating = '']) => {
      const up = (from: Element): Element[] =>
        from.parentElement ? [from, ...up(from.parentElement)] : [from];
      const boxOf = ({ left, right, top, bottom }: DOMRect): Box => ({ left, right, top, bottom });
      const shown = document.querySelector(floating) ?? document.body;
      const seen = (one: Element) =>
        one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        !one.closest('.skip-link, .textLayer, option, script, noscript') &&
        up(one).every((around) => getComputedStyle(around).clipPath !== 'inset(50%)');
      const fixed = (one: Element) => up(one).some((around) => getComputedStyle(around).position === 'fixed');
      const cut = (overflow: string) => /hidden|clip/.test(overflow);
      /** What can be seen of an element's content: endless where nothing cuts it off. */
      const left = (one: Element): Box => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(one);
        const [box, far] = [boxOf(one.getBoundingClientRect()), Number.POSITIVE_INFINITY];
        const sides = /^inset\(([^)]*?)(?: round .*)?\)$/
          .exec(clipPath)?.[1]
          ?.split(' ')
          .map(Number.parseFloat);
        if (sides) {
          const [top = 0, right = top, bottom = top, start = right] = sides;
          const { left, right: end, top: head, bottom: foot } = box;
          return { left: left + start, right: end - right, top: head + top, bottom: foot - bottom };
        }
        const [x, y] = [cut(overflowX), cut(overflowY)];
        return {
          left: x ? box.left : -far,
          right: x ? box.right : far,
          top: y ? box.top : -far,
          bottom: y ? box.bottom : far,
        };
      };
      const isShortened = (one: Element) =>
        getComputedStyle(one).textOverflow !== 'clip' && one.scrollWidth > one.clientWidth;
      const texts: Text[] = [];
      const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const [words, parent] = [(node.nodeValue ?? '').trim(), node.parentElement];
        if (words === '' || !parent || !seen(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const holder = parent.closest(holders)?.getBoundingClientRect();
        const around = {
          words,
          fixed: fixed(parent),
          holder: holder ? boxOf(holder) : null,
          cutters: up(parent).map(left),
          shortened: up(parent).some(isShortened),
        };
        for (const line of range.getClientRects()) texts.push({ ...around, line: boxOf(line) });
      }
      return {
        width: innerWidth,
        scrollWidth: document.documentElement.scrollWidth,
        texts,
        controls: [...shown.querySelectorAll(controls)].filter(seen).map((one) => ({
          words: one.textContent.trim() || one.outerHTML.slice(0, 80),
          line: boxOf(one.getBoundingClientRect()),
          fixed: fixed(one),
        })),
      };
    },
    [CONTROLS, HOLDERS, FLOATING],
  );

/** Fractions of a pixel are nobody's business. */
const NEAR = 1.5;
/** A line of text is higher than its letters. */
const LINE = 5;

const beside = (inner: Box, outer: Box): boolean =>
  inner.left < outer.left - NEAR || inner.right > outer.right + NEAR;
const beyond = (inner: Box, outer: Box): boolean =>
  beside(inner, outer) || inner.top < outer.top - LINE || inner.bottom > outer.bottom + LINE;
const meet = (one: Box, other: Box, above: number): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > NEAR &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > above;

/** Pairs of which each lies partly on the other: what lies wholly within another was put there. */
const overlaps = (all: Placed[], above: number): string[] =>
  all.flatMap(({ words, line, fixed }, place) =>
    all
      .slice(place + 1)
      .filter((other) => other.fixed === fixed)
      .filter(
        (other) => meet(line, other.line, above) && beyond(line, other.line) && beyond(other.line, line),
      )
      .map((other) => `"${words}" lies on "${other.words}"`),
  );

/** Every text of the page can be read to its end and every control be pressed, without scrolling sideways. */
export const expectFitting = async (page: Page): Promise<void> => {
  const { width, scrollWidth, texts, controls } = await measure(page);
  const window = { left: 0, right: width, top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
  const faults = [
    ...texts
      .filter(({ line }) => beside(line, window))
      .map(({ words }) => `"${words}" lies beside the window`),
    ...texts
      .filter(({ line, holder }) => holder && beside(line, holder))
      .map(({ words }) => `"${words}" is longer than what it stands in`),
    ...texts
      .filter(({ line, cutters, shortened }) => shortened || cutters.some((cutter) => beyond(line, cutter)))
      .map(({ words }) => `"${words}" is cut off`),
    ...overlaps(controls, NEAR),
    ...overlaps(texts, LINE * 2),
  ];
  expect({ at: page.url(), width, beside: scrollWidth - width, faults }).toEqual({
    at: page.url(),
    width,
    beside: 0,
    faults: [],
  });
};
