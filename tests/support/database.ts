import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';

/** A database of a suite's own: the settings that lead Strapi to it, and its end. */
export interface FreshDatabase {
  settings: Record<string, string>;
  drop(): Promise<void>;
}

const query = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const postgresDatabase = async (server: string): Promise<FreshDatabase> => {
  const name = `suite_${randomBytes(6).toString('hex')}`;
  await query(`${server}/postgres`, `CREATE DATABASE ${name}`);
  return {
    settings: { DATABASE_CLIENT: 'postgres', DATABASE_URL: `${server}/${name}` },
    drop: () => query(`${server}/postgres`, `DROP DATABASE ${name} WITH (FORCE)`),
  };
};

/** An empty database: a file below `folder`, or, with `TEST_DATABASE=postgres`, one on the shared server. */
export const freshDatabase = async (folder: string): Promise<FreshDatabase> => {
  const server = process.env.TEST_POSTGRES_URL;
  if (process.env.TEST_DATABASE === 'postgres') {
    if (!server) throw new Error('PostgreSQL was asked for, and global-setup did not start it.');
    return postgresDatabase(server);
  }
  return {
    settings: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(folder, 'data.db') },
    drop: async () => undefined,
  };
};
