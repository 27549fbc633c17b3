import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { ROOT } from './processes.mjs';

const STOP_WITHIN_MS = 10_000;

/**
 * Children that live as long as the script and end with it, whichever way it ends.
 * Output goes to a log file each, so that a person reads only what matters.
 */
export class Children {
  #running = new Set();
  #stopping = false;

  /**
   * Starts a child. When it ends by itself, `onEnd` is told its name and where its log is.
   * @param {{ name: string, command: string, args: string[], env?: Record<string, string | undefined>, log: string, onEnd?: (name: string, log: string) => void }} child
   */
  start({ name, command, args, env, log, onEnd }) {
    const output = createWriteStream(log);
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group: Ctrl-C reaches this script alone, which then stops them in order.
      detached: true,
    });
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    const ended = new Promise((resolve) => {
      child.on('error', () => resolve(1));
      child.on('close', resolve);
    });
    const entry = { child, ended };
    this.#running.add(entry);
    void ended.then(() => {
      this.#running.delete(entry);
      output.end(() => {
        if (!this.#stopping) onEnd?.(name, log);
      });
    });
    return child;
  }

  /** Asks every child to end, newest first, and forces what has not ended in ten seconds. */
  async stop() {
    this.#stopping = true;
    for (const { child, ended } of [...this.#running].reverse()) {
      signal(child, 'SIGTERM');
      const timer = setTimeout(() => signal(child, 'SIGKILL'), STOP_WITHIN_MS);
      await ended;
      clearTimeout(timer);
    }
  }

  /** The last resort, for a script that dies without being able to wait. */
  kill() {
    for (const { child } of this.#running) signal(child, 'SIGKILL');
  }
}

const signal = (child, name) => {
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    // ESRCH: it ended between our look and our signal, which is what we wanted.
    if (error.code !== 'ESRCH') throw error;
  }
};
