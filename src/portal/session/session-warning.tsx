import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { WARNING_SECONDS } from '../../contract/account';
import { useSession } from './session';
import { useSessionEnds } from './session-ends';

// The dialog's code is needed at the end of a visit, if at all.
const Warning = lazy(async () => ({
  default: (await import('./session-warning-dialog')).SessionWarningDialog,
}));

/** Two answers of the server about one end differ by what is rounded away. */
const SAME_END_MS = 5000;

const isSame = (one: number | null, other: number): boolean =>
  one !== null && Math.abs(one - other) < SAME_END_MS;

/** Seconds until `endAt`, told again as they pass; asleep while there is time enough. */
function useSecondsUntil(endAt: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const look = (): void => setNow(Date.now());
    const early = endAt - Date.now() - WARNING_SECONDS * 1000;
    const timer = early > 0 ? setTimeout(look, early) : setInterval(look, 1000);
    // A device that slept, or a tab in the background, has missed its timers.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [endAt, now]);
  return Math.ceil((endAt - Math.max(now, 0)) / 1000);
}

function Countdown({ idleAt, overallAt }: { idleAt: number; overallAt: number }) {
  const { check } = useSession();
  const endAt = Math.min(idleAt, overallAt);
  const seconds = useSecondsUntil(endAt);
  const [checkedFor, setCheckedFor] = useState<number | null>(null);
  const [understoodFor, setUnderstoodFor] = useState<number | null>(null);
  const isAsking = useRef(false);
  const isNear = seconds <= WARNING_SECONDS;
  const isOver = seconds <= 0;
  const isChecked = isSame(checkedFor, endAt);

  // A download or another device may have used the session: the server is asked before anybody is alarmed.
  useEffect(() => {
    if (!isNear || (isChecked && !isOver) || isAsking.current) return;
    isAsking.current = true;
    void check(isOver).finally(() => {
      isAsking.current = false;
      setCheckedFor(endAt);
    });
  }, [isNear, isChecked, isOver, check, endAt, seconds]);

  if (!isNear || isOver || !isChecked || isSame(understoodFor, endAt)) return null;
  return (
    <Suspense fallback={null}>
      <Warning seconds={seconds} canStay={idleAt < overallAt} onUnderstood={() => setUnderstoodFor(endAt)} />
    </Suspense>
  );
}

/** B14: tells two minutes before the session ends, and signs out when it has. */
export function SessionWarning() {
  const ends = useSessionEnds();
  return ends && <Countdown {...ends} />;
}
