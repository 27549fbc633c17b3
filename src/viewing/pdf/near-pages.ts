import { useEffect, useState } from 'react';

/** How far around the window a page counts as near: a window's height above and below. */
const MARGIN = '100% 0px';

/** The numbers of the pages that are in sight of a window, or will be with the next scroll. */
export function useNearPages(frame: HTMLElement | null, count: number): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([1]));
  useEffect(() => {
    if (!frame) return undefined;
    const watch = new IntersectionObserver(
      (entries) =>
        setNear((old) => {
          const now = new Set(old);
          for (const { target, isIntersecting } of entries) {
            const number = Number(target.getAttribute('data-page'));
            if (isIntersecting) now.add(number);
            else now.delete(number);
          }
          return now;
        }),
      { root: frame, rootMargin: MARGIN },
    );
    for (const page of frame.querySelectorAll('[data-page]')) watch.observe(page);
    return () => watch.disconnect();
  }, [frame, count]);
  return near;
}
