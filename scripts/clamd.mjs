import { mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError, program } from './processes.mjs';

/** The EICAR test string as hexadecimal, so that no file of the project looks infected itself. */
export const EICAR_HEX =
  '58354f2150254041505b345c505a58353428505e2937434329377d2445494341522d' +
  '5354414e444152442d414e544956495255532d544553542d46494c452124482b482a';

/** One line each for EICAR and for Debian's clamav-testfiles: real scanning without 200 MB of signatures. */
const SIGNATURES = {
  'test.ndb': `Eicar-Test-Signature:0:*:${EICAR_HEX}\n`,
  'test.hdb': 'aa15bcf478d165efd2065190eb473bcb:544:Clam-Test-File\n',
};

/**
 * `AlertExceedsMax` makes the limits safe: without it clamd calls whatever passes them clean. It does not watch
 * over a member of an archive that is larger than `MaxFileSize`, which is cut short in silence; so that limit may
 * not be below `MaxScanSize`, which is watched.
 * @param {{ database: string, socket: string, megabytes: number }} settings
 */
const configuration = ({ database, socket, megabytes }) =>
  [
    'Foreground yes',
    `DatabaseDirectory ${database}`,
    `LocalSocket ${socket}`,
    'FixStaleSocket yes',
    'SelfCheck 0',
    'OfficialDatabaseOnly no',
    `StreamMaxLength ${megabytes}M`,
    `MaxFileSize ${2 * megabytes}M`,
    `MaxScanSize ${2 * megabytes}M`,
    'MaxThreads 4',
    'AlertExceedsMax yes',
    'AlertEncryptedArchive yes',
    'AlertEncryptedDoc yes',
    '',
  ].join('\n');

/** The path of clamd on this machine, or null. */
export const findClamd = () => program('clamd');

const answers = (socket) =>
  new Promise((resolve) => {
    const connection = net.connect(socket);
    let answer = '';
    connection.on('connect', () => connection.write('nPING\n'));
    connection.on('data', (chunk) => (answer += chunk));
    connection.on('error', () => resolve(false));
    connection.on('close', () => resolve(answer.startsWith('PONG')));
  });

/**
 * Starts a clamd of our own in `folder` with a tiny signature file.
 * @param {import('./children.mjs').Children} children
 * @param {{ folder: string, megabytes?: number, onEnd?: (name: string, log: string) => void }} options
 * `folder` must be short: a socket's path ends at about 100 bytes. `megabytes` is the largest file it takes.
 * @returns {Promise<string>} the path of its socket, once it answers.
 */
export const startClamd = async (children, { folder, megabytes = 1024, onEnd }) => {
  const database = path.join(folder, 'signatures');
  const socket = path.join(folder, 'clamd.sock');
  const config = path.join(folder, 'clamd.conf');
  mkdirSync(database, { recursive: true });
  for (const [name, lines] of Object.entries(SIGNATURES)) writeFileSync(path.join(database, name), lines);
  writeFileSync(config, configuration({ database, socket, megabytes }));
  const log = path.join(folder, 'clamd.log');
  const child = children.start({ name: 'clamd', command: findClamd(), args: ['-c', config], log, onEnd });
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    if (await answers(socket)) return socket;
    await pause(50);
  }
  throw new PlainError(`The virus scanner did not start; ${log} says why.`);
};
