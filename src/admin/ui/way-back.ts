import { useLayoutEffect, useRef } from 'react';

/**
 * Leads back to what had the focus before a dialog was opened, unless `goElsewhere` has found a better place. Radix leads
 * to a dialog's trigger alone, and where a page opens it by itself there is none: the focus would be lost.
 * For the dialog's `onCloseAutoFocus`.
 */
export const useWayBack = (open: boolean, goElsewhere = () => false): ((event: Event) => void) => {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // Radix takes the focus after this.
    if (open) opener.current = window.document.activeElement;
  }, [open]);
  return (event) => {
    event.preventDefault();
    if (!goElsewhere() && opener.current instanceof HTMLElement) opener.current.focus();
  };
};
