import type { House } from './strapi';

/** A statement as it was really issued, its bindings in the order of its question marks. */
export interface Statement {
  sql: string;
  bindings: unknown[];
}

/** The rounds of the worker that are due, or under way, have ended: what it asks is no part of what comes next. */
export const workerRests = ({ strapi }: House): Promise<void> =>
  strapi.eventHub.emit('aktenpoort.outbox-filled');

/** The statements that `work` makes the server issue; the worker has come to rest before. */
export const statementsOf = async (house: House, work: () => Promise<unknown>): Promise<Statement[]> => {
  const { connection } = house.strapi.db;
  const statements: Statement[] = [];
  const listen = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) => {
    // PostgreSQL's driver numbers the bindings, knex.raw takes them in their order.
    statements.push({ sql: sql.replace(/\$\d+/g, '?'), bindings: bindings ?? [] });
  };
  await workerRests(house);
  connection.on('query', listen);
  try {
    await work();
  } finally {
    connection.removeListener('query', listen);
  }
  return statements;
};
