interface Statement {
  readonly reader: boolean;
}

/** The part of better-sqlite3's connection that is used before Strapi sees it. */
interface SqliteConnection {
  pragma(statement: string): unknown;
  prepare(sql: string): Statement;
}

/** More than the texts of all queries the portal asks again and again. */
const STATEMENTS_KEPT = 200;

/**
 * A transaction that reads first and writes then is refused when another process has written in between; one that takes
 * the writer's place at its beginning waits for it.
 */
const waitToWrite = (sql: string): string => (sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql);

/**
 * knex prepares every query anew, which is an eighth of the work of a list (measured). A statement that is run to its
 * end at once can be used again; SQLite itself prepares it anew when a table has changed.
 */
const keepStatements = (connection: SqliteConnection): void => {
  const kept = new Map<string, Statement>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const statement = prepare(waitToWrite(sql));
    const [oldest] = kept.keys();
    if (kept.size >= STATEMENTS_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(sql, statement);
    return statement;
  };
};

const isSqlite = (connection: unknown): connection is SqliteConnection =>
  typeof connection === 'object' && connection !== null && 'pragma' in connection && 'prepare' in connection;

/** WAL lets one process read while another writes; FULL loses nothing that was committed when the power fails. */
export const prepareConnection = (
  connection: unknown,
  done: (error?: Error, connection?: unknown) => void,
): void => {
  if (!isSqlite(connection)) return done(new Error('This connection is not one of better-sqlite3'));
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  // A writer waits for another process, this many milliseconds, and does not fail at once.
  connection.pragma('busy_timeout = 10000');
  keepStatements(connection);
  done(undefined, connection);
};
