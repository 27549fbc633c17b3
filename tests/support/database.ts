import { randomBytes } from 'node:crypto';
import { copyFileSync } from 'node:fs';
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
  const template = process.env.TEST_TEMPLATE;
  await query(`${server}/postgres`, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`);
  return {
    settings: { DATABASE_CLIENT: 'postgres', DATABASE_URL: `${server}/${name}` },
    drop: () => query(`${server}/postgres`, `DROP DATABASE ${name} WITH (FORCE)`),
  };
};

const sqliteDatabase = (folder: string): FreshDatabase => {
  const file = path.join(folder, 'data.db');
  if (process.env.TEST_TEMPLATE) copyFileSync(process.env.TEST_TEMPLATE, file);
  return {
    settings: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file },
    drop: async () => undefined,
  };
};

/**
 * A database in which nothing has happened yet: a file below `folder`, or, with `TEST_DATABASE=postgres`, one on the
 * shared server. In a run of many suites it has its tables already (template.mjs), otherwise it is empty.
 */
export const freshDatabase = async (folder: string): Promise<FreshDatabase> => {
  const server = process.env.TEST_POSTGRES_URL;
  if (process.env.TEST_DATABASE !== 'postgres') return sqliteDatabase(folder);
  if (!server) throw new Error('PostgreSQL was asked for, and global-setup did not start it.');
  return postgresDatabase(server);
};
