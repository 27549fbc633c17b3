import { refuse } from '../../contract/refuse';

type Work<T> = () => Promise<T>;

/**
 * Runs what it is given, at most `atOnce` at a time, in the order in which it came. Between two that follow on each
 * other there is a pause of `pauses` times what the first one took, for the rest of the work on this machine;
 * who comes alone waits for nothing.
 */
export const takingTurns = (atOnce: number, pauses: number): (<T>(work: Work<T>) => Promise<T>) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  const giveUp = (): void => {
    const next = waiting.shift();
    // The next one takes over this turn, so that nobody slips in between.
    if (next === undefined) running -= 1;
    else next();
  };
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => void waiting.push(resolve));
    else running += 1;
    const begun = performance.now();
    try {
      return await work();
    } finally {
      if (waiting.length === 0) giveUp();
      else setTimeout(giveUp, pauses * (performance.now() - begun));
    }
  };
};

/** Runs what it is given while no more than `most` are under way; beyond that it is refused at once as busy. */
export const upTo = (most: number): (<T>(work: Work<T>) => Promise<T>) => {
  let underWay = 0;
  return async (work) => {
    if (underWay >= most) throw refuse('busy', `More than ${most} at once`);
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
    }
  };
};
