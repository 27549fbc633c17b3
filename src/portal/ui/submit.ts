import { useCallback, useRef, useState } from 'react';
import { asPortalError, type PortalError } from '../answer';

interface Submit {
  pending: boolean;
  /** Why the last try came to nothing. */
  error: PortalError | null;
  submit: (act: () => Promise<void>) => Promise<void>;
}

/** Runs a form's action once at a time and holds its failure. */
export function useSubmit(): Submit {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<PortalError | null>(null);
  const running = useRef(false);
  const submit = useCallback(async (act: () => Promise<void>) => {
    // A second press while the first is under way is no second wish.
    if (running.current) return;
    running.current = true;
    setPending(true);
    setError(null);
    try {
      await act();
    } catch (thrown) {
      setError(asPortalError(thrown));
    } finally {
      running.current = false;
      setPending(false);
    }
  }, []);
  return { pending, error, submit };
}
