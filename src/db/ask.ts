import type { Knex } from 'knex';
import type { Db } from './rows';

/**
 * SQLite that was told to ANALYZE its tables looks at a bare value when it plans, and plans anew whenever another value
 * comes: a third of the work of a dossier list (measured). Behind a sign it is the same value, and the plan is kept.
 */
const planned = (sql: string): string =>
  strapi.db.dialect.client === 'sqlite' ? sql.replaceAll('?', '+?') : sql;

/**
 * The rows that SQL of our own gives, with a `?` for each value and nowhere else: for what is asked so often that building
 * the query would cost as much as its answer. knex hands on what the driver says: SQLite's rows, PostgreSQL's with its notes.
 */
export const ask = async <Row>(db: Db, sql: string, values: Knex.RawBinding[]): Promise<Row[]> => {
  const answer = (await db.raw(planned(sql), values)) as Row[] | { rows: Row[] };
  return Array.isArray(answer) ? answer : answer.rows;
};
