import { useCallback, useEffect, useRef, useState } from 'react';
import type { UploadOptions } from '../api';
import { Refusal } from '../refusal';
import { useErrorText } from '../ui/error-text';

export interface Upload<Answer> {
  key: number;
  file: File;
  status: 'waiting' | 'sending' | 'done' | 'failed';
  /** The part that has left the browser, from 0 to 1. */
  sent: number;
  failure: string | null;
  /** Whether sending it again may end otherwise; an infected file stays infected. */
  retriable: boolean;
  answer: Answer | null;
  send: (options: UploadOptions) => Promise<Answer>;
}

export interface Uploads<Answer> {
  uploads: Upload<Answer>[];
  busy: boolean;
  add: (files: File[], send: Upload<Answer>['send']) => void;
  retry: (key: number) => void;
  /** Stops it where it is under way, and takes it off the list. */
  drop: (key: number) => void;
  clear: () => void;
}

const PASSING: readonly string[] = [
  'unexpected',
  'scanner-unavailable',
  'key-unavailable',
  'storage-unavailable',
];
const mayPass = (error: unknown): boolean => !(error instanceof Refusal) || PASSING.includes(error.code);

const isUnderWay = ({ status }: Upload<unknown>): boolean => status === 'waiting' || status === 'sending';

/** Asks before the window is closed while files are under way. */
const useLeaveWarning = (busy: boolean) => {
  useEffect(() => {
    if (!busy) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);
};

/** Sends files one after another, each with its own progress, refusal, retry and stop. */
export const useUploads = <Answer>(): Uploads<Answer> => {
  const errorText = useErrorText();
  const [uploads, setUploads] = useState<Upload<Answer>[]>([]);
  const lastKey = useRef(0);
  const stops = useRef(new Map<number, AbortController>());
  const busy = uploads.some(isUnderWay);
  useLeaveWarning(busy);

  const patch = useCallback((key: number, change: Partial<Upload<Answer>>) => {
    setUploads((list) => list.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)));
  }, []);

  const run = useCallback(
    async ({ key, file, send }: Upload<Answer>) => {
      const stop = new AbortController();
      stops.current.set(key, stop);
      patch(key, { status: 'sending', sent: 0, failure: null });
      try {
        const onProgress = (sent: number) => patch(key, { sent });
        const answer = await send({ file, onProgress, signal: stop.signal });
        patch(key, { status: 'done', answer });
      } catch (error) {
        patch(key, { status: 'failed', failure: errorText(error), retriable: mayPass(error) });
      } finally {
        stops.current.delete(key);
      }
    },
    [patch, errorText],
  );

  useEffect(() => {
    if (uploads.some(({ status }) => status === 'sending')) return;
    const next = uploads.find(({ status }) => status === 'waiting');
    if (next) void run(next);
  }, [uploads, run]);

  useEffect(() => {
    const running = stops.current;
    return () => running.forEach((stop) => stop.abort());
  }, []);

  return {
    uploads,
    busy,
    add: (files, send) => {
      const added = files.map((file): Upload<Answer> => ({
        key: ++lastKey.current,
        file,
        status: 'waiting',
        sent: 0,
        failure: null,
        retriable: false,
        answer: null,
        send,
      }));
      setUploads((list) => [...list, ...added]);
    },
    retry: (key) => patch(key, { status: 'waiting' }),
    drop: (key) => {
      setUploads((list) => list.filter((upload) => upload.key !== key));
      stops.current.get(key)?.abort();
    },
    clear: () => setUploads([]),
  };
};
