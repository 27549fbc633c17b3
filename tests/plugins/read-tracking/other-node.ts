import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Happening } from '../../../src/plugin-services';

const ROOT = path.resolve(__dirname, '../../..');

/** A second process on the same database, which was started like the first. */
export interface SecondProcess {
  /** Appends the events all at once; settles when the process has ended. */
  append(scope: string, happenings: Happening[]): Promise<void>;
}

/** Starts it; rejects where it dies on the way. */
export const startSecondProcess = async (): Promise<SecondProcess> => {
  const child = fork(path.join(__dirname, 'second-process.cjs'), [ROOT, path.join(ROOT, 'dist')]);
  const ended = once(child, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`The other process ended: ${String(code)}`);
  });
  const died = ended.then(() => Promise.reject(new Error('The other process ended too early')));
  died.catch(() => undefined);
  await Promise.race([once(child, 'message'), died]);
  return {
    append: async (scope, happenings) => {
      child.send({ scope, happenings });
      await ended;
    },
  };
};
