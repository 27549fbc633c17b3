import { useEffect, useRef, useState, type RefObject } from 'react';

/** So many rows a phone draws at once without being felt. */
const STEP = 60;
/** So many come by scrolling alone; then the reader asks for more, and the page's end stays within reach. */
const UNASKED = 5 * STEP;

interface Growing<T> {
  shown: readonly T[];
  /** Stands where the list ends. */
  end: RefObject<HTMLDivElement>;
  /** Shows the next ones, for instance by keyboard; null where all are shown. */
  more: (() => void) | null;
}

/** Of a long list, at first `least` items, then as many as were scrolled to or asked for. Starts anew with `key`. */
export function useGrowing<T>(items: readonly T[], key: string, least: number): Growing<T> {
  const [grown, setGrown] = useState({ key, count: Math.max(least, STEP), unasked: UNASKED });
  const { count, unasked } = grown.key === key ? grown : { count: STEP, unasked: UNASKED };
  const end = useRef<HTMLDivElement>(null);
  const isMore = items.length > count;
  const comesByItself = isMore && count < unasked;

  useEffect(() => {
    const sentinel = end.current;
    if (!comesByItself || sentinel === null) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting))
          setGrown({ key, count: count + STEP, unasked });
      },
      { rootMargin: '800px' },
    );
    watch.observe(sentinel);
    return () => watch.disconnect();
  }, [comesByItself, key, count, unasked]);

  return {
    shown: items.slice(0, count),
    end,
    more: isMore ? () => setGrown({ key, count: count + STEP, unasked: count + UNASKED }) : null,
  };
}
