import { useCallback, useEffect, useReducer, useRef } from 'react';
import { codeOf } from './line';
import type { Send, Upload } from './upload';

const AT_ONCE = 2;

/** A file that was chosen and has not arrived (yet). */
export interface Outgoing {
  key: number;
  file: File;
  state: 'waiting' | 'sending' | 'paused' | 'refused';
  /** What has left this device, 0 to 1; at 1 the server is checking the file. */
  share: number;
  /** The line is away, and the file waits for it. */
  away: boolean;
  /** Why it was refused; null where it was not. */
  error: unknown;
}

/** What was chosen together; it begins anew when nothing of it is under way any more. */
export interface Batch {
  outgoing: readonly Outgoing[];
  arrived: { files: number; bytes: number };
}

/** What can be done with files on their way. */
export interface Sending extends Batch {
  /** True while a file waits or is on its way. */
  busy: boolean;
  pause: (key: number) => void;
  /** Goes on with a file that was paused, or tries one again that was refused. */
  again: (key: number) => void;
  /** Breaks the file off where it is under way, and takes it from the list. */
  drop: (key: number) => void;
}

/** The same, where all files go the same way. */
export interface Uploads extends Sending {
  add: (files: readonly File[]) => void;
}

interface Ways<T> extends Sending {
  add: (files: readonly File[], send: Send<T>) => void;
}

type Change =
  | { kind: 'add'; files: readonly Outgoing[] }
  | { kind: 'drop'; key: number; arrived: boolean }
  | { kind: 'set'; key: number; to: Partial<Omit<Outgoing, 'key' | 'file'>> };

const NONE = { files: 0, bytes: 0 };

const isUnderWay = ({ state }: Outgoing): boolean => state !== 'refused';

const without = ({ outgoing, arrived }: Batch, key: number, hasArrived: boolean): Batch => {
  const size = outgoing.find((one) => one.key === key)?.file.size ?? 0;
  const left = outgoing.filter((one) => one.key !== key);
  if (!left.some(isUnderWay)) return { outgoing: left, arrived: NONE };
  return {
    outgoing: left,
    arrived: hasArrived ? { files: arrived.files + 1, bytes: arrived.bytes + size } : arrived,
  };
};

const change = (batch: Batch, step: Change): Batch => {
  if (step.kind === 'add') return { ...batch, outgoing: [...batch.outgoing, ...step.files] };
  if (step.kind === 'drop') return without(batch, step.key, step.arrived);
  const outgoing = batch.outgoing.map((one) => (one.key === step.key ? { ...one, ...step.to } : one));
  return { ...batch, outgoing };
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

/** Sends files, two at a time; a refused one stays in the list with its reason, and the others go on. */
export function useUploads<T>(onDone: (result: T) => void): Ways<T> {
  const [batch, dispatch] = useReducer(change, { outgoing: [], arrived: NONE });
  const { outgoing } = batch;
  const ways = useRef(new Map<number, Send<T>>());
  const known = useRef(new Map<number, Upload<T>>());
  const running = useRef(new Set<number>());
  const nextKey = useRef(0);
  const busy = outgoing.some(isUnderWay);
  useCloseWarning(busy);

  const begin = useCallback(
    async ({ key, file }: Outgoing) => {
      const set = (to: Partial<Omit<Outgoing, 'key' | 'file'>>): void => dispatch({ kind: 'set', key, to });
      const told = { share: (share: number) => set({ share }), away: (away: boolean) => set({ away }) };
      const upload = known.current.get(key) ?? ways.current.get(key)?.(file, told);
      if (upload === undefined) return;
      known.current.set(key, upload);
      running.current.add(key);
      set({ state: 'sending', away: false, error: null });
      try {
        const result = await upload.go();
        running.current.delete(key);
        known.current.delete(key);
        ways.current.delete(key);
        dispatch({ kind: 'drop', key, arrived: true });
        onDone(result);
      } catch (thrown) {
        running.current.delete(key);
        // Who paused it has said so; this only makes place for the next.
        const isStopped = codeOf(thrown) === 'stopped';
        set(isStopped ? { away: false } : { state: 'refused', away: false, error: thrown });
      }
    },
    [onDone],
  );

  useEffect(() => {
    const free = AT_ONCE - running.current.size;
    const waiting = outgoing.filter(({ key, state }) => state === 'waiting' && !running.current.has(key));
    for (const one of waiting.slice(0, Math.max(0, free))) void begin(one);
  }, [outgoing, begin]);

  useEffect(() => {
    const uploads = known.current;
    // Not cancelled: the same file chosen again goes on.
    return () => uploads.forEach((upload) => upload.pause());
  }, []);

  const add = useCallback((files: readonly File[], send: Send<T>) => {
    const fresh = files.map((file): Outgoing => {
      nextKey.current += 1;
      ways.current.set(nextKey.current, send);
      return { key: nextKey.current, file, state: 'waiting', share: 0, away: false, error: null };
    });
    dispatch({ kind: 'add', files: fresh });
  }, []);
  const pause = useCallback((key: number) => {
    dispatch({ kind: 'set', key, to: { state: 'paused' } });
    known.current.get(key)?.pause();
  }, []);
  const again = useCallback(
    (key: number) => dispatch({ kind: 'set', key, to: { state: 'waiting', error: null } }),
    [],
  );
  const drop = useCallback(
    (key: number) => {
      const upload = known.current.get(key);
      known.current.delete(key);
      ways.current.delete(key);
      dispatch({ kind: 'drop', key, arrived: false });
      // What the server has no more, or cannot be told just now, is swept there by itself.
      upload?.cancel().then(
        (late) => late !== null && onDone(late),
        () => undefined,
      );
    },
    [onDone],
  );
  return { ...batch, busy, add, pause, again, drop };
}
