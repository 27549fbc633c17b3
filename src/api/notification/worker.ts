import { OUTBOX_FILLED } from './announce';
import { deliverDue } from './services/deliver';

/** Finds what became due by waiting: retries, and rows of a process that died. In milliseconds. */
const EVERY = 15_000;

/**
 * Empties the outbox while the process lives: at once when something is put in, and now and then besides.
 * Who waits for `OUTBOX_FILLED` to have been heard waits until nothing in it is due.
 */
export const startWorker = (): { stop: () => Promise<void> } => {
  let running: Promise<void> | undefined;
  let wakes = 0;
  let stopped = false;

  const drain = async (): Promise<void> => {
    try {
      let seen: number;
      do seen = wakes;
      while (!stopped && ((await deliverDue()) > 0 || wakes !== seen));
    } catch (error) {
      strapi.log.error(`The outbox could not be emptied: ${String(error)}`);
    } finally {
      // In the same moment as the last look at the wakes: one that comes now begins a round of its own.
      running = undefined;
    }
  };
  const wake = async (): Promise<void> => {
    wakes += 1;
    running ??= drain();
    await running;
  };

  const timer = setInterval(() => void strapi.eventHub.emit(OUTBOX_FILLED), EVERY);
  const forget = strapi.eventHub.on(OUTBOX_FILLED, wake);
  const stop = async (): Promise<void> => {
    stopped = true;
    clearInterval(timer);
    forget();
    await running;
  };
  return { stop };
};
