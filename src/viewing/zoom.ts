import { useLayoutEffect, useRef, useState } from 'react';

const STEPS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
/** Two sizes that nobody can tell apart. */
const SAME = 0.01;

/** How large things are shown: `scale` 1 is as large as on paper, 0 is not known yet. */
export interface Zoom {
  scale: number;
  fits: boolean;
  fit: () => void;
  /** Undefined where there is no further step. */
  enlarge: (() => void) | undefined;
  reduce: (() => void) | undefined;
}

/** The width inside of an element, whenever it changes; 0 before it stands. */
function useInnerWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element) return undefined;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [element]);
  return width;
}

/**
 * Zooms what is `width` CSS pixels wide on paper. To begin with it fits the window's width, as far as `mostFit`: a
 * stamp is not blown up to a poster.
 */
export function useZoom(frame: HTMLElement | null, width: number, mostFit = 2): Zoom {
  const [chosen, setChosen] = useState<number | null>(null);
  const room = useInnerWidth(frame);
  const fitting = room === 0 || width === 0 ? 0 : Math.min(room / width, mostFit);
  const scale = chosen ?? fitting;
  const larger = STEPS.find((step) => step > scale + SAME);
  const smaller = STEPS.filter((step) => step < scale - SAME).at(-1);
  return {
    scale,
    fits: chosen === null,
    fit: () => setChosen(null),
    enlarge: larger === undefined ? undefined : () => setChosen(larger),
    reduce: smaller === undefined ? undefined : () => setChosen(smaller),
  };
}

/** Keeps the reader at the same place of what a window shows when it grows or shrinks. */
export function useSamePlace(frame: HTMLElement | null, scale: number): void {
  const place = useRef(0);
  useLayoutEffect(() => {
    if (!frame) return undefined;
    frame.scrollTop = place.current * frame.scrollHeight;
    const note = (): void => {
      place.current = frame.scrollTop / frame.scrollHeight;
    };
    frame.addEventListener('scroll', note, { passive: true });
    return () => frame.removeEventListener('scroll', note);
  }, [frame, scale]);
}
