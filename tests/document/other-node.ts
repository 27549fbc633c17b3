import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { portal, type Browser } from '../support';

const ROOT = path.resolve(__dirname, '../..');

/** Another process of the same installation, which can be killed as the house of a suite cannot. */
export interface Node {
  process: ChildProcess;
  url: string;
}

export const startNode = async (): Promise<Node> => {
  const start = path.join(ROOT, 'tests/session/second-node.cjs');
  const child = fork(start, [ROOT, path.join(ROOT, 'dist')]);
  const died = once(child, 'exit').then(([code]) => Promise.reject(new Error(`It ended: ${String(code)}`)));
  died.catch(() => undefined);
  const [port] = (await Promise.race([once(child, 'message'), died])) as [number];
  return { process: child, url: `http://127.0.0.1:${port}` };
};

/** Who is signed in is so at every node. */
export const signedInAt = ({ url }: Node, { cookies }: Browser): Browser => {
  const theirs = portal(url);
  for (const [name, value] of cookies) theirs.cookies.set(name, value);
  return theirs;
};
