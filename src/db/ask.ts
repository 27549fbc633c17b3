import type { Knex } from 'knex';
import type { Db } from './rows';

/**
 * The rows that SQL of our own gives, with a `?` for each value: for what is asked so often that building the query
 * would cost as much as its answer. knex hands on what the driver says: SQLite's rows, PostgreSQL's with its notes.
 */
export const ask = async <Row>(db: Db, sql: string, values: Knex.RawBinding[]): Promise<Row[]> => {
  const answer = (await db.raw(sql, values)) as Row[] | { rows: Row[] };
  return Array.isArray(answer) ? answer : answer.rows;
};
