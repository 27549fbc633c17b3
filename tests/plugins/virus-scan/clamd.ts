import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CLAMD = '/usr/sbin/clamd';

/** Without clamd these tests are skipped, but never in CI: there a missing scanner is a failure. */
export const describeWithClamd = existsSync(CLAMD) || process.env.CI === 'true' ? describe : describe.skip;

/** The test virus, in two parts so that no scanner takes this file for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface Clamd {
  settings: { socket: string };
  stop(): Promise<void>;
}

interface Limits {
  streamLimit: string;
  scanLimit: string;
  alertExceedsMax?: boolean;
}

const signature = `Eicar-Test-Signature:0:*:${Buffer.from(EICAR.slice(0, 68)).toString('hex')}\n`;

// MaxFileSize as large as MaxScanSize: clamd silently cuts off what is larger than MaxFileSize in a zip.
const conf = (folder: string, { streamLimit, scanLimit, alertExceedsMax = true }: Limits) => `
Foreground yes
User ${process.getuid?.() === 0 ? 'root' : (process.env.USER ?? 'root')}
DatabaseDirectory ${folder}/db
LocalSocket ${folder}/clamd.sock
SelfCheck 0
OfficialDatabaseOnly no
StreamMaxLength ${streamLimit}
MaxFileSize ${scanLimit}
MaxScanSize ${scanLimit}
AlertExceedsMax ${alertExceedsMax ? 'yes' : 'no'}
AlertEncryptedArchive yes
`;

/** Starts a clamd of our own on a Unix socket in a folder of its own, or in a given one where it was before. */
export async function startClamd(
  limits: Limits = { streamLimit: '300M', scanLimit: '1000M' },
  given?: string,
): Promise<Clamd> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'clamd-')));
  await mkdir(join(folder, 'db'), { recursive: true });
  await writeFile(join(folder, 'db', 'test.ndb'), signature);
  await writeFile(join(folder, 'clamd.conf'), conf(folder, limits));
  const clamd = spawn(CLAMD, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  const socket = join(folder, 'clamd.sock');
  await listening(clamd, socket);
  return { settings: { socket }, stop: () => stop(clamd, folder) };
}

async function listening(clamd: ChildProcess, socket: string): Promise<void> {
  while (clamd.exitCode === null && clamd.signalCode === null) {
    const answers = await new Promise<boolean>((resolve) => {
      const probe = connect({ path: socket });
      probe.once('connect', () => resolve(true)).once('error', () => resolve(false));
      probe.once('connect', () => probe.destroy());
    });
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`clamd ended with ${clamd.exitCode} before it listened`);
}

async function stop(clamd: ChildProcess, folder: string): Promise<void> {
  if (clamd.exitCode === null && clamd.signalCode === null) {
    clamd.kill('SIGKILL');
    await once(clamd, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
}
