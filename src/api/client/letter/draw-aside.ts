import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { InvitationLetter } from './draw';

/** Draws the letter in a thread of its own, so that nobody else's request waits for it. */
export const drawAside = async (letter: InvitationLetter): Promise<Buffer> => {
  const worker = new Worker(path.join(__dirname, 'draw-worker.js'), { workerData: letter });
  // A thread that fails says so by `error`, which ends the waiting.
  const [bytes] = (await once(worker, 'message')) as [Uint8Array];
  return Buffer.from(bytes);
};
