import { useEffect, useRef, useState, type RefObject } from 'react';

/** Whether something has been on the screen; from then on it stays seen. */
export function useSeen<Part extends Element>(): { part: RefObject<Part>; isSeen: boolean } {
  const part = useRef<Part>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (isSeen || part.current === null) return undefined;
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    watch.observe(part.current);
    return () => watch.disconnect();
  }, [isSeen]);
  return { part, isSeen };
}
