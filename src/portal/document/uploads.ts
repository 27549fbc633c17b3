import { useCallback, useEffect, useReducer, useRef } from 'react';
import { asPortalError, type PortalError } from '../answer';
import type { Upload } from '../api';

const AT_ONCE = 2;

/** A file that was chosen and has not arrived (yet). */
export interface Outgoing {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'refused';
  /** What has left this device, 0 to 1; at 1 the server is checking the file. */
  share: number;
  error: PortalError | null;
}

export interface Uploads {
  outgoing: readonly Outgoing[];
  /** True while a file waits or is on its way. */
  busy: boolean;
  add: (files: readonly File[]) => void;
  again: (key: number) => void;
  /** Breaks the file off where it is under way, and takes it from the list. */
  drop: (key: number) => void;
}

type Change =
  | { kind: 'add'; files: readonly Outgoing[] }
  | { kind: 'drop'; key: number }
  | { kind: 'set'; key: number; to: Partial<Omit<Outgoing, 'key' | 'file'>> };

const change = (outgoing: readonly Outgoing[], step: Change): readonly Outgoing[] => {
  if (step.kind === 'add') return [...outgoing, ...step.files];
  if (step.kind === 'drop') return outgoing.filter(({ key }) => key !== step.key);
  return outgoing.map((one) => (one.key === step.key ? { ...one, ...step.to } : one));
};

/** Asks before the page is closed while files are on their way. */
function useCloseWarning(busy: boolean): void {
  useEffect(() => {
    if (!busy) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);
}

type Start<T> = (file: File, onProgress: (share: number) => void) => Upload<T>;

/** Sends files, two at a time; a refused one stays in the list with its reason, and the others go on. */
export function useUploads<T>(start: Start<T>, onDone: (result: T) => void): Uploads {
  const [outgoing, dispatch] = useReducer(change, []);
  const running = useRef(new Map<number, Upload<T>>());
  const nextKey = useRef(0);
  const busy = outgoing.some(({ state }) => state !== 'refused');
  useCloseWarning(busy);

  const begin = useCallback(
    async ({ key, file }: Outgoing) => {
      const upload = start(file, (share) => dispatch({ kind: 'set', key, to: { share } }));
      running.current.set(key, upload);
      dispatch({ kind: 'set', key, to: { state: 'sending', share: 0 } });
      try {
        const result = await upload.done;
        dispatch({ kind: 'drop', key });
        onDone(result);
      } catch (thrown) {
        dispatch({ kind: 'set', key, to: { state: 'refused', error: asPortalError(thrown) } });
      } finally {
        running.current.delete(key);
      }
    },
    [start, onDone],
  );

  useEffect(() => {
    const free = AT_ONCE - running.current.size;
    const waiting = outgoing.filter(({ key, state }) => state === 'waiting' && !running.current.has(key));
    for (const one of waiting.slice(0, Math.max(0, free))) void begin(one);
  }, [outgoing, begin]);

  useEffect(() => {
    const uploads = running.current;
    return () => uploads.forEach((upload) => upload.stop());
  }, []);

  const add = useCallback((files: readonly File[]) => {
    const fresh = files.map((file): Outgoing => {
      nextKey.current += 1;
      return { key: nextKey.current, file, state: 'waiting', share: 0, error: null };
    });
    dispatch({ kind: 'add', files: fresh });
  }, []);
  const again = useCallback(
    (key: number) => dispatch({ kind: 'set', key, to: { state: 'waiting', share: 0, error: null } }),
    [],
  );
  const drop = useCallback((key: number) => {
    dispatch({ kind: 'drop', key });
    running.current.get(key)?.stop();
  }, []);
  return { outgoing, busy, add, again, drop };
}
