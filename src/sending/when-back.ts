/** How long to wait for the line before each further try, in milliseconds; the last goes for all that follow. */
const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Calls `again` after a while, or as soon as the device has a line again; gives what calls it off. */
export const whenBack = (tries: number, again: () => void): (() => void) => {
  const callOff = (): void => {
    clearTimeout(timer);
    window.removeEventListener('online', now);
  };
  const now = (): void => {
    callOff();
    again();
  };
  const timer = setTimeout(now, WAITS[Math.min(tries, WAITS.length - 1)]);
  window.addEventListener('online', now);
  return callOff;
};
