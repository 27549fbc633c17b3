/** In hours. */
const EVERY = 6;

/** Removes what is over at that moment. */
type Sweep = (now: Date) => Promise<void>;

const sweepEach = async (sweeps: Sweep[]): Promise<void> => {
  for (const sweep of sweeps)
    await sweep(new Date()).catch(
      (error: unknown) => void strapi.log.error(`What has ended was not swept: ${String(error)}`),
    );
};

/** Sweeps now, and every few hours while the process lives; where one fails, the others go on. */
export const startSweep = (sweeps: Sweep[]): { stop: () => Promise<void> } => {
  let running: Promise<void> = Promise.resolve();
  const sweep = (): void => void (running = sweepEach(sweeps));
  sweep();
  const timer = setInterval(sweep, EVERY * 60 * 60_000);
  timer.unref();
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await running;
  };
  return { stop };
};
