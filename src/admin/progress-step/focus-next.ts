import { useEffect, useRef } from 'react';

/** Puts the focus on an element that the next drawing brings, or moves: a moved element loses it. */
export const useFocusNext = (): ((id: string) => void) => {
  const next = useRef<string>();
  useEffect(() => {
    if (next.current === undefined) return;
    document.getElementById(next.current)?.focus();
    next.current = undefined;
  });
  return (id) => {
    next.current = id;
  };
};
