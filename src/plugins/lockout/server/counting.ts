import type { Waits } from './locked';
import { endOfLock } from './locked';
import { COUNTERS } from './content-types/counter';

/** Attempts and those judged wrong, counted on; from the beginning where a lock is over. */
export const ATTEMPTS = `case when ${COUNTERS}.locked_at is null then ${COUNTERS}.failures + 1 else 1 end`;
export const JUDGED_WRONG = `case when ${COUNTERS}.locked_at is null then ${COUNTERS}.judged_wrong else 0 end`;
/** Locks in a row so far. */
const LOCKS = `coalesce(${COUNTERS}.locks, 0)`;
export const LOCKS_COUNTED = `${LOCKS} + case when ${ATTEMPTS} >= ? then 1 else 0 end`;

/** When a lock of now would end, by how many there were before: a piece of SQL and its values. */
export const endByLocks = (time: Date, [, ...later]: Waits): [string, (Date | null)[]] => {
  if (later.length === 0) return ['excluded.locked_until', []];
  const steps = later.slice(0, -1).map((_wait, index) => `when ${LOCKS} = ${index + 1} then ?`);
  const ends = later.map((wait) => endOfLock(time, wait));
  // The first branch is a column, which tells PostgreSQL the type of all.
  return [`case when ${LOCKS} = 0 then excluded.locked_until ${steps.join(' ')} else ? end`, ends];
};
