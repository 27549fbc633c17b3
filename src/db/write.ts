import { createId } from '@paralleldrive/cuid2';
import type { Db, Trx } from './rows';

export interface Inserted {
  id: number;
  documentId: string;
}

/** Writes a row as Strapi would: with its documentId and times, so that Strapi's own tools read it as theirs. */
export const insertRow = async (
  db: Db,
  table: string,
  values: Record<string, unknown>,
): Promise<Inserted> => {
  const now = new Date();
  const documentId = createId();
  const rows: { id: number }[] = await db(table)
    .insert({ document_id: documentId, created_at: now, updated_at: now, published_at: now, ...values })
    .returning('id');
  const [row] = rows;
  if (row === undefined) throw new Error(`Nothing was written to ${table}`);
  return { id: row.id, documentId };
};

/** Everything in `work` is written, or nothing is. */
export const inTransaction = async <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
  // Strapi types this as a promise of a promise; awaited, both are the same.
  await strapi.db.transaction(({ trx }: { trx: Trx }) => work(trx));

/** The database outside a transaction. */
export const database = (): Db => strapi.db.connection;

const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505']);

/** Did the database refuse a second row with the same value? */
export const isDuplicate = (error: unknown): boolean =>
  // Asked of its form alone: a driver's error may be no `Error` of this realm.
  typeof error === 'object' && error !== null && 'code' in error && UNIQUE.has(String(error.code));
