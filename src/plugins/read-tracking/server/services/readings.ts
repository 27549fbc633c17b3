import { createId } from '@paralleldrive/cuid2';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { countsAsReading, isPrefetch } from '../honest';

const TABLE = 'readings';
/** Every column stands in one index, so that a count never reads the table, and goes through the scope once for all types. */
const unreadCounts = (types: readonly string[], scope: string): string => `(select ${types
  .map(() => `count(case when ${TABLE}.subject_type = ? then 1 end)`)
  .join(" || ' ' || ")} from ${TABLE} where ${TABLE}.reader = ? and ${TABLE}.scope = ${scope}
  and ${TABLE}.opened_at is null and ${TABLE}.downloaded_at is null and ${TABLE}.retracted_at is null)`;
/** Rows a single insert may have; SQLite allows 500 in one statement. */
const BATCH = 200;

export interface Subject {
  /** The kind of thing that is read, in the host's words. */
  type: string;
  id: string;
}

/** Several of one kind; a query of the host gives their ids in its only column. */
export interface Subjects {
  type: string;
  ids: string[] | Knex.QueryBuilder;
}

export interface Announcement extends Subject {
  /** What the subject belongs to; unread counts are given by scope. */
  scope: string;
}

/** Who is to read, and by which of the host's notices that is said to them, if by any. */
export interface Addressee {
  reader: string;
  notice: string | null;
}

export type ReadingKind = 'opened' | 'downloaded';

/** Whether a request counted as reading, and as the reader's first of that kind. */
export type Noted = 'first' | 'again' | 'not';

export interface Reading {
  subject: string;
  reader: string;
  notice: string | null;
  openedAt: Date | null;
  downloadedAt: Date | null;
}

type Moment = Date | number | string | null;

interface ReadingRow {
  subject: string;
  reader: string;
  notice: string | null;
  opened_at: Moment;
  downloaded_at: Moment;
}

const date = (stored: Moment): Date | null => (stored === null ? null : new Date(stored));

const asReading = (row: ReadingRow): Reading => ({
  subject: row.subject,
  reader: row.reader,
  notice: row.notice,
  openedAt: date(row.opened_at),
  downloadedAt: date(row.downloaded_at),
});

const announcedRow = (announcement: Announcement, { reader, notice }: Addressee) => {
  const now = new Date();
  const times = { created_at: now, updated_at: now, published_at: now, announced_at: now };
  const { type, id, scope } = announcement;
  return { document_id: createId(), subject_type: type, subject: id, scope, reader, notice, ...times };
};

/** Says who is to read what, and keeps when they first did. Every moment is the server's, in UTC. */
export const createReadings = () => ({
  /** From now on the subjects are unread for these readers; a second announcement changes nothing. */
  async announce(db: Knex, announcements: Announcement[], addressees: Addressee[]): Promise<void> {
    const rows = announcements.flatMap((announcement) =>
      addressees.map((addressee) => announcedRow(announcement, addressee)),
    );
    for (let start = 0; start < rows.length; start += BATCH) {
      await db(TABLE)
        .insert(rows.slice(start, start + BATCH))
        .onConflict(['subject_type', 'subject', 'reader'])
        .ignore();
    }
  },

  /**
   * Notes the reader's first opening or downloading, if the request counts as reading, and says what it was. What
   * was never announced to this reader is noted as well: nothing that was read is lost. It counts even where it was
   * retracted meanwhile.
   */
  async note(
    db: Knex,
    ctx: Context,
    announcement: Announcement,
    { reader, kind }: { reader: string; kind: ReadingKind },
  ): Promise<Noted> {
    if (!countsAsReading(ctx)) return 'not';
    const column = kind === 'opened' ? 'opened_at' : 'downloaded_at';
    const moment = { [column]: new Date(), updated_at: new Date() };
    const noted: unknown[] = await db(TABLE)
      .insert({ ...announcedRow(announcement, { reader, notice: null }), ...moment })
      .onConflict(['subject_type', 'subject', 'reader'])
      .merge(moment)
      .whereNull(`${TABLE}.${column}`)
      .returning('id');
    return noted.length > 0 ? 'first' : 'again';
  },

  /** Notes the reader's first opening of what was announced to them, all at once, if the request counts as reading. */
  async noteOpened(db: Knex, ctx: Context, { type, ids }: Subjects, reader: string): Promise<void> {
    if (!countsAsReading(ctx)) return;
    await db(TABLE)
      .where({ subject_type: type, reader, opened_at: null })
      .whereIn('subject', ids)
      .update({ opened_at: new Date(), updated_at: new Date() });
  },

  /** How many bytes of the subject, from its first one on, have gone out to the reader. */
  async reached(db: Knex, { type, id }: Subject, reader: string): Promise<number> {
    const row = await db(TABLE)
      .where({ subject_type: type, subject: id, reader })
      .first<{ reached_bytes: number | string | null } | undefined>('reached_bytes');
    return Number(row?.reached_bytes ?? 0);
  },

  /** Keeps how far a subject has come on its way to the reader; never less than before. */
  async keepReached(
    db: Knex,
    announcement: Announcement,
    { reader, bytes }: { reader: string; bytes: number },
  ): Promise<void> {
    const far = { reached_bytes: bytes, updated_at: new Date() };
    await db(TABLE)
      .insert({ ...announcedRow(announcement, { reader, notice: null }), ...far })
      .onConflict(['subject_type', 'subject', 'reader'])
      .merge(far)
      .whereRaw(`coalesce(${TABLE}.reached_bytes, 0) < ?`, [bytes]);
  },

  /** What one notice of the host announced and is still to be read, for it may have been retracted meanwhile. */
  async announcedBy(db: Knex, notice: string): Promise<(Announcement & { reader: string })[]> {
    return db(TABLE)
      .where({ notice, retracted_at: null })
      .orderBy('id')
      .select('subject_type as type', 'subject as id', 'scope', 'reader');
  },

  /** Whether anything of what a notice announces is still to be read; a notice without a reader is not asked about. */
  async isNews(db: Knex, notice: string): Promise<boolean> {
    const unread: unknown = await db(TABLE)
      .where({ notice, opened_at: null, downloaded_at: null, retracted_at: null })
      .first('id');
    return unread !== undefined;
  },

  /** Whether the request only fetches ahead: the host gives it nothing, or it could be read without a trace. */
  isPrefetch,

  countsAsReading,

  /** The subjects are nobody's to read any more and stop counting as unread; who was to read them stays known. */
  async retract(db: Knex, { type, ids }: Subjects): Promise<void> {
    await db(TABLE)
      .where({ subject_type: type, retracted_at: null })
      .whereIn('subject', ids)
      .update({ retracted_at: new Date() });
  },

  /** The reader reads no more: what they left unread stops counting, and what they have read stays known. */
  async dismiss(db: Knex, reader: string): Promise<void> {
    await db(TABLE)
      .where({ reader, opened_at: null, downloaded_at: null, retracted_at: null })
      .update({ retracted_at: new Date() });
  },

  /** What each reader did with each subject of these types in a scope, in one query. */
  async inScope(db: Knex, scope: string, types: string[]): Promise<Reading[]> {
    const rows = await db(TABLE)
      .where({ scope })
      .whereIn('subject_type', types)
      .orderBy('id')
      .select<ReadingRow[]>();
    return rows.map(asReading);
  },

  /** What each reader did with one subject. */
  async ofSubject(db: Knex, { type, id }: Subject): Promise<Reading[]> {
    const rows = await db(TABLE)
      .where({ subject_type: type, subject: id })
      .orderBy('id')
      .select<ReadingRow[]>();
    return rows.map(asReading);
  },

  /** What one reader did with some subjects of these types, in one query. */
  async ofReader(
    db: Knex,
    reader: string,
    { types, subjects }: { types: string[]; subjects: string[] },
  ): Promise<Reading[]> {
    const rows = await db(TABLE)
      .where({ reader })
      .whereIn('subject_type', types)
      .whereIn('subject', subjects)
      .select<ReadingRow[]>();
    return rows.map(asReading);
  },

  /**
   * A column that counts the reader's unread subjects in one scope, each type for itself, in the order of the types and
   * with a space between: `3 0 1`. It is SQL with its values, so that a list with its counts is one query; `scope` is a
   * column of the host's own query, never what somebody has sent.
   */
  unreadCounts(reader: string, types: readonly string[], scope: string): { sql: string; values: string[] } {
    return { sql: unreadCounts(types, scope), values: [...types, reader] };
  },

  /**
   * A query for what was announced before a moment and is not read yet, the oldest first, to be narrowed and joined by
   * the host. `after` is a row's own place, `<milliseconds>-<id>`.
   */
  unreadBefore(
    db: Knex,
    { types, before, after }: { types: string[]; before: Date; after?: string | undefined },
  ): Knex.QueryBuilder {
    const query = db(TABLE)
      .where({ opened_at: null, downloaded_at: null, retracted_at: null })
      .where('announced_at', '<=', before)
      .whereIn('subject_type', types)
      .orderBy(['announced_at', 'id']);
    const [moment, id] = (after ?? '').split('-').map(Number);
    if (moment === undefined || id === undefined) return query;
    return query.whereRaw('(announced_at, id) > (?, ?)', [new Date(moment), id]);
  },

  /** A query for what of one type the reader has not read in any scope, to be narrowed to scopes and joined by the host. */
  unreadOf(db: Knex, reader: string, type: string): Knex.QueryBuilder {
    return db(TABLE).where({
      [`${TABLE}.reader`]: reader,
      [`${TABLE}.subject_type`]: type,
      [`${TABLE}.opened_at`]: null,
      [`${TABLE}.downloaded_at`]: null,
      [`${TABLE}.retracted_at`]: null,
    });
  },

  /** A query for what the reader has not read in one scope: rows of `{subject_type, subject}`, to be joined. */
  unreadIn(db: Knex, reader: string, scope: string): Knex.QueryBuilder {
    return db(TABLE)
      .where({ reader, scope, opened_at: null, downloaded_at: null, retracted_at: null })
      .select('subject_type', 'subject');
  },
});

export type Readings = ReturnType<typeof createReadings>;
