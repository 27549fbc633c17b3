import { useEffect } from 'react';
import type { PortalError } from '../answer';

/** How long to wait before asking again, in milliseconds. */
const AGAIN_MS = 5000;

/**
 * Does again by itself what did not get through: at once when the device says that the line is back, and after a while
 * in any case. What fails again is a new error, and is waited for anew, so that no try cuts another one off.
 */
export function useAgain(error: PortalError | null, act: () => void): void {
  useEffect(() => {
    if (error?.code !== 'unreachable') return undefined;
    window.addEventListener('online', act);
    const timer = setTimeout(act, AGAIN_MS);
    return () => {
      window.removeEventListener('online', act);
      clearTimeout(timer);
    };
  }, [error, act]);
}
