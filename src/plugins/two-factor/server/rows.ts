import { createId } from '@paralleldrive/cuid2';
import type { Knex } from 'knex';

/** The pool, or the transaction of the caller. Inside a transaction always pass it: SQLite has one connection. */
export type Db = Knex;

/** The columns that Strapi's own tools expect in every row. */
export const rowOf = (time: Date) => ({
  document_id: createId(),
  created_at: time,
  updated_at: time,
  published_at: time,
});

/** The moment `ms` milliseconds after `time`. */
export const after = (time: Date, ms: number): Date => new Date(time.getTime() + ms);
