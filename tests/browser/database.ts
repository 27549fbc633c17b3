import path from 'node:path';
import createKnex, { type Knex } from 'knex';

/** Works in the demo's own database: for what no screen can do, such as letting time pass. */
export const inDatabase = async (work: (database: Knex) => Promise<unknown>): Promise<void> => {
  const filename = process.env.BROWSER_TEST_DATABASE ?? path.resolve(__dirname, '../.out/demo/data.db');
  const database = createKnex({ client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true });
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
};

/** The sessions of who has this address. */
export const sessionsOf = (database: Knex, email: string) =>
  database('sessions').whereIn('account_id', database('up_users').where({ email }).select('id'));
