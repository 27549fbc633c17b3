import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever a script is started from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** A stop that a person can act on: printed as one sentence, without a stack. */
export class PlainError extends Error {}

/** The path of a command-line tool inside node_modules, started with this very Node. */
export const tool = (...parts) => path.join(ROOT, 'node_modules', ...parts);

/** The full path of a program of this machine, or null. Daemons live in sbin, which a plain user's PATH leaves out. */
export const program = (...names) => {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/local/sbin',
    '/usr/sbin',
    '/sbin',
  ];
  for (const folder of folders.filter(Boolean)) {
    for (const name of names) {
      if (existsSync(path.join(folder, name))) return path.join(folder, name);
    }
  }
  return null;
};

/**
 * Runs a command to its end with its output going straight to ours.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean, minutes?: number }} [options]
 * `quiet` keeps the output back; after `minutes` the command is ended, which counts as failure.
 * @returns {Promise<{ code: number, output: string }>} the exit code (1 where it could not start) and, if quiet, what it wrote.
 */
export const run = (command, args, { env = {}, quiet = false, minutes } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      timeout: minutes && minutes * 60_000,
      killSignal: 'SIGKILL',
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** Runs a JavaScript tool of node_modules to its end, with this very Node. */
export const runTool = (parts, args, options) => run(process.execPath, [tool(...parts), ...args], options);

/** Runs `main`; a plain error becomes one sentence on the error output and exit code 1. */
export const script = async (main) => {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
};
