import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** Another node of the installation that this suite's house is of. */
export interface OtherNode {
  baseUrl: string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export const startNode = async (): Promise<OtherNode> => {
  const child = fork(path.join(ROOT, 'tests/session/second-node.cjs'), [ROOT, path.join(ROOT, 'dist')]);
  const exit = once(child, 'exit');
  const port = await Promise.race([
    once(child, 'message').then(([said]) => String(said)),
    exit.then(([code]) => {
      throw new Error(`The other node ended with ${String(code)}`);
    }),
  ]);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exit;
  };
  return { baseUrl: `http://127.0.0.1:${port}`, kill };
};
