import { z } from 'zod';

export interface Locked {
  id: string;
  subject: string;
  label: string;
  failures: number;
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
  lastFailureAt: stored.last_failure_at,
  lastAddress: stored.last_address,
  lockedAt: stored.locked_at,
  lockedUntil: stored.locked_until,
});

const MINUTE_MS = 60_000;

/** When a lock that begins at `time` ends by itself; null where it does not. */
export const endOfLock = (time: Date, minutes: number | undefined): Date | null =>
  minutes === undefined ? null : new Date(time.getTime() + minutes * MINUTE_MS);
