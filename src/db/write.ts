import { createId } from '@paralleldrive/cuid2';
import type { Db, Trx } from './rows';

/** For a row whose documentId must be known before it is written. */
export const newDocumentId = (): string => createId();

export interface Inserted {
  id: number;
  documentId: string;
}

/**
 * Writes a row as Strapi would: with its documentId (unless it was given one) and times, so that Strapi's own tools
 * read it as theirs.
 */
export const insertRow = async (
  db: Db,
  table: string,
  values: Record<string, unknown>,
): Promise<Inserted> => {
  const now = new Date();
  const documentId = typeof values.document_id === 'string' ? values.document_id : newDocumentId();
  const rows: { id: number }[] = await db(table)
    .insert({ document_id: documentId, created_at: now, updated_at: now, published_at: now, ...values })
    .returning('id');
  const [row] = rows;
  if (row === undefined) throw new Error(`Nothing was written to ${table}`);
  return { id: row.id, documentId };
};

/** SQLite stays in a transaction whose COMMIT failed; the next one on its only connection could not begin. */
const leaveTransaction = async (failure: unknown): Promise<never> => {
  const isSqlite = strapi.db.dialect.client === 'sqlite';
  if (isSqlite)
    await database()
      .raw('rollback')
      .catch(() => undefined);
  throw failure;
};

/**
 * Everything in `work` is written, or nothing is. Answers only when the database has said that it is committed:
 * a COMMIT that fails is told by knex through `executionPromise` alone, which Strapi does not wait for.
 */
export const inTransaction = async <T>(work: (trx: Trx) => Promise<T>): Promise<T> => {
  let committed: Promise<unknown> = Promise.resolve();
  const isOuter = !strapi.db.inTransaction();
  const result: T = await strapi.db.transaction(({ trx }: { trx: Trx }) => {
    if (isOuter) committed = trx.executionPromise;
    // Looked at below; until then its failure is nobody's surprise.
    committed.catch(() => undefined);
    return work(trx);
  });
  await committed.catch(leaveTransaction);
  return result;
};

/** The database outside a transaction. */
export const database = (): Db => strapi.db.connection;

const UNIQUE = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505']);

/** Did the database refuse a second row with the same value? */
export const isDuplicate = (error: unknown): boolean =>
  // Asked of its form alone: a driver's error may be no `Error` of this realm.
  typeof error === 'object' && error !== null && 'code' in error && UNIQUE.has(String(error.code));
