import { useCallback, useEffect, useRef, useState } from 'react';
import { useErrorText } from './ui/error-text';

export interface Loaded<T> {
  /** Undefined until the first answer; kept while it is asked for again. */
  data: T | undefined;
  /** Why the latest answer failed, in the reader's language. */
  failure: string | null;
  reload: () => Promise<void>;
}

/**
 * What `load` answers; asked again when `load` changes and when the reader comes back to the window,
 * so that who has read what is up to date. `load` must be stable between renders.
 */
export const useLoaded = <T>(load: () => Promise<T>): Loaded<T> => {
  const [data, setData] = useState<T>();
  const [failure, setFailure] = useState<string | null>(null);
  const errorText = useErrorText();
  const turn = useRef(0);

  const reload = useCallback(async () => {
    const mine = ++turn.current;
    try {
      const answer = await load();
      if (mine !== turn.current) return; // A newer question is on its way.
      setData(answer);
      setFailure(null);
    } catch (error) {
      if (mine === turn.current) setFailure(errorText(error));
    }
  }, [load, errorText]);

  useEffect(() => {
    void reload();
    const onFocus = () => void reload();
    window.addEventListener('focus', onFocus);
    return () => {
      turn.current += 1;
      window.removeEventListener('focus', onFocus);
    };
  }, [reload]);

  return { data, failure, reload };
};
