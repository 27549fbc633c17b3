import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { z } from 'zod';
import { configOf } from '../config';
import { COUNTERS } from '../content-types/counter';
import { ATTEMPTS, endByLocks, JUDGED_WRONG, LOCKS_COUNTED } from '../counting';
import { asLocked, endOfLock, judged, lockedRow, type Locked, type Waits } from '../locked';
import { fitting, subjectKey } from '../subject-key';

const LONGEST_LIST = 200;
const UNTIL_UNLOCKED: Waits = [null];
/** How long a count is kept that locks nothing, since its last attempt. */
const DAYS_KEPT = 30;
const DAY_MS = 86_400_000;

export interface Attempt {
  /** What people call the subject; shown where it is unlocked. */
  label: string;
  /** Where the attempt came from. */
  address: string;
  /** Attempts that are judged before the lock; the plugin's setting if not given. */
  max?: number;
  /** How long each lock in a row lasts; if not given, only unlocking ends one. */
  waits?: Waits;
  /** Whether it comes from a device that the account knows; then the subject is that device's own. */
  isKnown?: boolean;
}

const newCounter = (subject: string, time: Date) => ({
  document_id: createId(),
  subject: subjectKey(subject),
  judged_wrong: 0,
  created_at: time,
  published_at: time,
});

/**
 * Counts attempts per subject, in the database, so that all processes count together.
 * Every attempt: `reserve`, judge only if it is allowed, then `succeed` or `fail`. Neither
 * `reserve` nor `fail` inside a transaction, which would take the count back when it fails.
 */
export const createGuard = ({ strapi }: { strapi: Core.Strapi }, now: () => Date = () => new Date()) => {
  const counters = () => strapi.db.getConnection(COUNTERS);
  const holding = () =>
    counters()
      .whereNotNull('locked_at')
      .where((lock) => void lock.whereNull('locked_until').orWhere('locked_until', '>', now()));
  const sql = (text: string, values: (string | number | Date | null)[] = []) =>
    strapi.db.connection.raw(text, values as (string | number | Date)[]);

  return {
    /**
     * Counts an attempt before it is judged, so that of many at once no more than `max` are.
     * The last allowed one locks the subject already; only its success opens it again.
     */
    async reserve(
      subject: string,
      { label, address, max, waits = UNTIL_UNLOCKED, isKnown = false }: Attempt,
    ): Promise<{ allowed: boolean }> {
      const most = max ?? configOf(strapi).max;
      const time = now();
      const latest = {
        label: fitting(label),
        last_address: fitting(address),
        last_failure_at: time,
        updated_at: time,
        is_known: isKnown,
      };
      const locks = most === 1;
      // One statement: between a reading and a writing there would be room for another attempt.
      const counted: unknown[] = await counters()
        .insert({
          ...latest,
          ...newCounter(subject, time),
          failures: 1,
          locks: locks ? 1 : 0,
          locked_at: locks ? time : null,
          locked_until: endOfLock(time, waits[0]),
        })
        .onConflict('subject')
        .merge({
          ...latest,
          failures: sql(ATTEMPTS),
          judged_wrong: sql(JUDGED_WRONG),
          locks: sql(LOCKS_COUNTED, [most]),
          locked_at: sql(`case when ${ATTEMPTS} >= ? then excluded.last_failure_at end`, [most]),
          locked_until: sql(...endByLocks(time, waits)),
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

    /**
     * Says that a reserved attempt was right: the subject starts anew. In the transaction that lets somebody in, where
     * one is given: if that fails, the attempt stays counted.
     */
    async succeed(subject: string, trx?: Knex.Transaction): Promise<void> {
      await (trx?.(COUNTERS) ?? counters()).where({ subject: subjectKey(subject) }).delete();
    },

    /** The locked subjects, the latest first, at most 200. */
    async locked(): Promise<Locked[]> {
      const rows: unknown = await holding().orderBy('locked_at', 'desc').limit(LONGEST_LIST);
      return z.array(lockedRow).parse(rows).map(asLocked);
    },

    /** What is locked under one of these labels, the latest first. */
    async lockedAs(labels: string[]): Promise<Locked[]> {
      const rows: unknown = await holding()
        .whereIn('label', labels.map(fitting))
        .orderBy('locked_at', 'desc');
      return z.array(lockedRow).parse(rows).map(asLocked);
    },

    /** Those of the subjects that are locked, for lists: one query for all. */
    async lockedAmong(subjects: string[]): Promise<Set<string>> {
      const keys = new Map(subjects.map((subject) => [subjectKey(subject), subject]));
      const rows: { subject: string }[] =
        keys.size === 0
          ? []
          : await holding()
              .whereIn('subject', [...keys.keys()])
              .select('subject');
      return new Set(rows.flatMap(({ subject }) => keys.get(subject) ?? []));
    },

    /** Lets a locked subject try again, by the id of its lock or by its name; what was locked, or nothing. */
    async unlock(which: { id: string } | { subject: string }): Promise<Locked | undefined> {
      const lock = 'id' in which ? { document_id: which.id } : { subject: subjectKey(which.subject) };
      const rows: unknown = await holding().where(lock);
      const [found] = z.array(lockedRow).parse(rows);
      // Of two who unlock at once, one has done it.
      const opened: number = found ? await holding().where({ document_id: found.document_id }).delete() : 0;
      return found && opened > 0 ? asLocked(found) : undefined;
    },

    /** Forgets the counts that lock nothing and have not grown for 30 days; says how many. */
    sweep(): Promise<number> {
      const time = now();
      return counters()
        .where('last_failure_at', '<', new Date(time.getTime() - DAYS_KEPT * DAY_MS))
        .where((open) => void open.whereNull('locked_at').orWhere('locked_until', '<=', time))
        .delete();
    },
  };
};

export type Guard = ReturnType<typeof createGuard>;
