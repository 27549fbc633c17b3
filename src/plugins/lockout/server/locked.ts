import { z } from 'zod';

export interface Locked {
  id: string;
  subject: string;
  label: string;
  failures: number;
  /** How often it was locked in a row, this time included. */
  locks: number;
  /** Whether a device that the account knows is locked, and not everybody else. */
  isKnown: boolean;
  lastFailureAt: Date;
  lastAddress: string;
  lockedAt: Date;
  /** Null where only unlocking ends the lock. */
  lockedUntil: Date | null;
}

/** SQLite gives times back as milliseconds, PostgreSQL as dates. */
export const lockedRow = z.object({
  document_id: z.string(),
  subject: z.string(),
  label: z.string(),
  failures: z.number(),
  locks: z.number().nullable(),
  is_known: z.coerce.boolean(),
  last_failure_at: z.coerce.date(),
  last_address: z.string(),
  locked_at: z.coerce.date(),
  locked_until: z.coerce.date().nullable(),
});

/** A subject after an attempt of its was judged wrong; locked or not. */
export const judged = lockedRow.extend({ judged_wrong: z.number(), locked_at: z.coerce.date().nullable() });

export const asLocked = (stored: z.infer<typeof lockedRow>): Locked => ({
  id: stored.document_id,
  subject: stored.subject,
  label: stored.label,
  failures: stored.failures,
  locks: stored.locks ?? 1,
  isKnown: stored.is_known,
  lastFailureAt: stored.last_failure_at,
  lastAddress: stored.last_address,
  lockedAt: stored.locked_at,
  lockedUntil: stored.locked_until,
});

const MINUTE_MS = 60_000;

/** Minutes that the first, second, … lock in a row lasts; the last one repeats. Null: until it is unlocked. */
export type Waits = readonly [number | null, ...(number | null)[]];

/** When a lock that begins at `time` ends by itself; null where it does not. */
export const endOfLock = (time: Date, minutes: number | null): Date | null =>
  minutes === null ? null : new Date(time.getTime() + minutes * MINUTE_MS);
