import { useCallback, useEffect, useRef, useState } from 'react';
import { asPortalError, type PortalError } from '../answer';
import type { Question } from '../api';
import { useAgain } from './again';

type Load<T> = ((signal: AbortSignal) => Promise<T>) & Partial<Pick<Question<T>, 'first' | 'take'>>;

/** Something loaded from the server, with the failure of the last try. */
export interface Resource<T> {
  value: T | null;
  error: PortalError | null;
  /** Loads again; what is on the screen stays there meanwhile. */
  reload: () => void;
}

/** Calls `act` whenever the reader comes back to this page from another tab or window. */
function useReturn(act: () => void): void {
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') act();
    };
    window.addEventListener('focus', seen);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('focus', seen);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [act]);
}

/**
 * Loads with `load` (memoised by the caller), again on `reload`, whenever the reader comes back to the page, and by
 * itself where the line was away.
 */
export function useResource<T>(load: Load<T>): Resource<T> {
  const [state, setState] = useState<{ of: Load<T>; value: T | null; error: PortalError | null }>(() => ({
    of: load,
    value: load.first?.() ?? null,
    error: null,
  }));
  // What came with the page is not asked for again.
  const told = useRef(state.value === null ? null : load);
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  useReturn(reload);

  useEffect(() => {
    if (told.current === load) {
      told.current = null;
      load.take?.();
      return undefined;
    }
    const abort = new AbortController();
    load(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setState({ of: load, value, error: null });
      },
      (thrown: unknown) => {
        if (abort.signal.aborted) return;
        const error = asPortalError(thrown);
        // A failed refresh leaves what was shown, unless the thing itself is gone.
        setState((old) => ({
          of: load,
          value: old.of === load && error.code !== 'not-found' ? old.value : null,
          error,
        }));
      },
    );
    return () => abort.abort();
  }, [load, turn]);

  const current = state.of === load ? state : { value: null, error: null };
  useAgain(current.error, reload);
  return { value: current.value, error: current.error, reload };
}
