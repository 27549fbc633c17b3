import type { Knex } from 'knex';
import { asReading, TABLE, type Announcement, type Reading, type ReadingRow, type Subject } from './row';

/** What was announced, and who did what with it. */
export const asking = {
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
};
