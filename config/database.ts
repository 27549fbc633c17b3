import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { prepareConnection } from './reading/sqlite-connection';
import { required } from './reading/required';

// Moments are kept without a zone: every process has to read and write them in the same one.
process.env.TZ = 'UTC';

const sqlite = (filename: string) => ({
  client: 'sqlite' as const,
  connection: { filename: path.resolve(process.cwd(), filename) },
  useNullAsDefault: true,
  pool: { afterCreate: prepareConnection },
});

const postgres = (address: string) => {
  const { hostname, port, pathname, username, password, searchParams } = new URL(address);
  return {
    host: hostname,
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    ssl: searchParams.get('sslmode') === 'require',
  };
};

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (client === 'sqlite') return { connection: sqlite(env('DATABASE_FILENAME', '.tmp/data.db')) };
  if (client !== 'postgres')
    throw new Error(`DATABASE_CLIENT is "${client}"; it may be "sqlite" or "postgres".`);
  return {
    connection: {
      client: 'postgres',
      connection: postgres(required(env, 'DATABASE_URL')),
      pool: { min: 0, max: env.int('DATABASE_POOL', 10) },
    },
  };
};
