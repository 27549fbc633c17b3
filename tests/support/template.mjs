import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { ROOT } from '../../scripts/processes.mjs';

const secrets = createRequire(import.meta.url)('./secrets.cjs');
const POSTGRES = 'template_house';

const emptyDatabase = async (folder, server) => {
  if (server === undefined)
    return { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(folder, 'template.db') };
  const client = new Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(`CREATE DATABASE ${POSTGRES}`);
  await client.end();
  return { DATABASE_CLIENT: 'postgres', DATABASE_URL: `${server}/${POSTGRES}` };
};

/**
 * Makes the database that a run of many suites copies for each house: a first start makes every table, and takes
 * two seconds of the processor, which each suite would spend again.
 * @param {string} folder of the run
 * @param {string | undefined} server PostgreSQL's address; without it, SQLite
 * @returns {Promise<string>} the file, or the database's name
 */
export const makeTemplate = async (folder, server) => {
  const database = await emptyDatabase(folder, server);
  const env = {
    ...process.env,
    ...secrets,
    ...database,
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://127.0.0.1:1337',
    CLAMD_HOST: '127.0.0.1',
    CLAMD_PORT: '1',
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: '1',
    MAIL_FROM: 'Kantoor De Vries <portal@kantoor.example>',
    DOCUMENT_FOLDER: path.join(folder, 'template-documents'),
    SPOOL_FOLDER: path.join(folder, 'template-spool'),
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
  const start = [path.join(ROOT, 'tests/support/first-start.cjs'), ROOT, path.join(ROOT, 'dist')];
  await promisify(execFile)(process.execPath, start, { cwd: ROOT, env });
  return database.DATABASE_FILENAME ?? POSTGRES;
};
