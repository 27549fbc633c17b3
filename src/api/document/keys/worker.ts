import { rewrapAll } from '../services/rewrap';

/** After a failure (its KMS was away, say), in milliseconds. */
const AGAIN = 5 * 60_000;

/** Brings all documents under the firm's current key while the process lives and works. */
export const startRewrapping = (): { stop: () => Promise<void> } => {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const work = async (): Promise<void> => {
    try {
      await rewrapAll(() => stopped);
    } catch (error) {
      if (stopped) return;
      const reason = error instanceof Error ? error.message : String(error);
      strapi.log.error(`The keys of documents could not all be wrapped anew; it is tried again: ${reason}`);
      timer = setTimeout(() => void (running = work()), AGAIN);
    }
  };
  let running = work();
  const stop = async (): Promise<void> => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
  return { stop };
};
