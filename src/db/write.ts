import { createId } from '@paralleldrive/cuid2';
import type { Db, Trx } from './rows';

/** For a row whose documentId must be known before it is written. */
export const newDocumentId = (): string => createId();

export interface Inserted {
  id: number;
  documentId: string;
}

const asRow = (values: Record<string, unknown>) => {
  const now = new Date();
  const documentId = typeof values.document_id === 'string' ? values.document_id : newDocumentId();
  return { created_at: now, updated_at: now, published_at: now, ...values, document_id: documentId };
};

/**
 * Writes a row as Strapi would: with its documentId (unless it was given one) and times, so that Strapi's own tools
 * read it as theirs.
 */
export const insertRow = async (
  db: Db,
  table: string,
  values: Record<string, unknown>,
): Promise<Inserted> => {
  const row = asRow(values);
  const rows: { id: number }[] = await db(table).insert(row).returning('id');
  const [written] = rows;
  if (written === undefined) throw new Error(`Nothing was written to ${table}`);
  return { id: written.id, documentId: row.document_id };
};

/** Writes rows as `insertRow` does, with one statement for all. */
export const insertRows = async (db: Db, table: string, values: Record<string, unknown>[]): Promise<void> => {
  if (values.length > 0) await db(table).insert(values.map(asRow));
};

/** Writes a row as `insertRow` does, or nothing where another row has one of its unique values already. */
export const insertUnlessTaken = async (
  db: Db,
  table: string,
  values: Record<string, unknown>,
): Promise<Inserted | undefined> => {
  const row = asRow(values);
  const rows: { id: number }[] = await db(table).insert(row).onConflict().ignore().returning('id');
  const [written] = rows;
  return written && { id: written.id, documentId: row.document_id };
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
