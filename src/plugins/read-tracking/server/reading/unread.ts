import type { Knex } from 'knex';
import { TABLE } from './row';

/** Every column stands in one index, so that a count never reads the table, and goes through the scope once for all types. */
const unreadCounts = (types: readonly string[], scope: string): string => `(select ${types
  .map(() => `count(case when ${TABLE}.subject_type = ? then 1 end)`)
  .join(" || ' ' || ")} from ${TABLE} where ${TABLE}.reader = ? and ${TABLE}.scope = ${scope}
  and ${TABLE}.opened_at is null and ${TABLE}.downloaded_at is null and ${TABLE}.retracted_at is null)`;

/** What is still to be read, as parts of the host's own queries. */
export const unread = {
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
};
