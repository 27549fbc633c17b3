import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { configOf } from '../config';
import { COUNTERS } from '../content-types/counter';
import { asLocked, endOfLock, judged, lockedRow, type Locked } from '../locked';
import { fitting, subjectKey } from '../subject-key';

const LONGEST_LIST = 200;

export interface Attempt {
  /** What people call the subject; shown where it is unlocked. */
  label: string;
  /** Where the attempt came from. */
  address: string;
  /** Attempts that are judged before the lock; the plugin's setting if not given. */
  max?: number;
  /** After how many minutes the lock ends by itself; if not given, only unlocking ends it. */
  lockMinutes?: number;
}

const newCounter = (subject: string, time: Date) => ({
  document_id: createId(),
  subject: subjectKey(subject),
  judged_wrong: 0,
  created_at: time,
  published_at: time,
});

/** Attempts and those judged wrong, counted on; from the beginning where a lock is over. */
const ATTEMPTS = `case when ${COUNTERS}.locked_at is null then ${COUNTERS}.failures + 1 else 1 end`;
const JUDGED_WRONG = `case when ${COUNTERS}.locked_at is null then ${COUNTERS}.judged_wrong else 0 end`;

/**
 * Counts attempts per subject, in the database, so that all processes count together.
 * Every attempt: `reserve`, judge only if it is allowed, then `succeed` or `fail`. Never inside a
 * transaction, which would take the count back when it fails.
 */
export const createGuard = ({ strapi }: { strapi: Core.Strapi }, now: () => Date = () => new Date()) => {
  const counters = () => strapi.db.getConnection(COUNTERS);
  const holding = () =>
    counters()
      .whereNotNull('locked_at')
      .where((lock) => void lock.whereNull('locked_until').orWhere('locked_until', '>', now()));
  const sql = (text: string, values: (string | number)[] = []) => strapi.db.connection.raw(text, values);

  return {
    /**
     * Counts an attempt before it is judged, so that of many at once no more than `max` are.
     * The last allowed one locks the subject already; only its success opens it again.
     */
    async reserve(
      subject: string,
      { label, address, max, lockMinutes }: Attempt,
    ): Promise<{ allowed: boolean }> {
      const most = max ?? configOf(strapi).max;
      const time = now();
      const latest = {
        label: fitting(label),
        last_address: fitting(address),
        last_failure_at: time,
        updated_at: time,
        locked_until: endOfLock(time, lockMinutes),
      };
      // One statement: between a reading and a writing there would be room for another attempt.
      const counted: unknown[] = await counters()
        .insert({ ...latest, ...newCounter(subject, time), failures: 1, locked_at: most === 1 ? time : null })
        .onConflict('subject')
        .merge({
          ...latest,
          failures: sql(ATTEMPTS),
          judged_wrong: sql(JUDGED_WRONG),
          locked_at: sql(`case when ${ATTEMPTS} >= ? then excluded.last_failure_at end`, [most]),
        })
        .where((open) => {
          void open.whereNull(`${COUNTERS}.locked_at`).orWhere(`${COUNTERS}.locked_until`, '<=', time);
        })
        .returning('id');
      return { allowed: counted.length > 0 };
    },

    /**
     * Says that a reserved attempt was judged wrong. Emits `lockout.locked`, once, when the subject is
     * locked and no attempt is under way that might still be right.
     */
    async fail(subject: string): Promise<void> {
      const rows: unknown = await counters()
        .where({ subject: subjectKey(subject) })
        .whereRaw('judged_wrong < failures')
        .update({ judged_wrong: sql('judged_wrong + 1'), updated_at: now() })
        .returning('*');
      const [lock] = z.array(judged).parse(rows);
      if (!lock || lock.locked_at === null || lock.judged_wrong < lock.failures) return;
      await strapi.eventHub.emit('lockout.locked', asLocked({ ...lock, locked_at: lock.locked_at }));
    },

    /** Says that a reserved attempt was right: the subject starts anew. */
    async succeed(subject: string): Promise<void> {
      await counters()
        .where({ subject: subjectKey(subject) })
        .delete();
    },

    /** The locked subjects, the latest first, at most 200. */
    async locked(): Promise<Locked[]> {
      const rows: unknown = await holding().orderBy('locked_at', 'desc').limit(LONGEST_LIST);
      return z.array(lockedRow).parse(rows).map(asLocked);
    },

    /** Lets a locked subject try again; false if it was not locked. */
    async unlock(id: string): Promise<boolean> {
      const opened: number = await holding().where({ document_id: id }).delete();
      return opened > 0;
    },
  };
};

export type Guard = ReturnType<typeof createGuard>;
