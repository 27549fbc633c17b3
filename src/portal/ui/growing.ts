import { useEffect, useRef, useState, type RefObject } from 'react';

/** So many rows a phone draws at once without being felt. */
const STEP = 60;

/**
 * Of a long list, as many items as were scrolled to: more come when `end` comes near. Starts anew with `key`.
 * `more` shows the next ones where nothing scrolls, for instance by keyboard.
 */
export function useGrowing<T>(
  items: readonly T[],
  key: string,
): { shown: readonly T[]; end: RefObject<HTMLDivElement>; more: (() => void) | null } {
  const [grown, setGrown] = useState({ key, count: STEP });
  const count = grown.key === key ? grown.count : STEP;
  const end = useRef<HTMLDivElement>(null);
  const isMore = items.length > count;

  useEffect(() => {
    const sentinel = end.current;
    if (!isMore || sentinel === null) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setGrown({ key, count: count + STEP });
      },
      { rootMargin: '800px' },
    );
    watch.observe(sentinel);
    return () => watch.disconnect();
  }, [isMore, key, count]);

  return {
    shown: items.slice(0, count),
    end,
    more: isMore ? () => setGrown({ key, count: count + STEP }) : null,
  };
}
