import { parentPort, workerData } from 'node:worker_threads';
import { drawLetter, type InvitationLetter } from './draw';

/** Draws one letter; reading the fonts alone takes longer than other requests should wait. */
const run = async (letter: InvitationLetter): Promise<void> => {
  parentPort?.postMessage(await drawLetter(letter));
};

// What the thread is given comes from `draw-aside` alone.
void run(workerData as InvitationLetter);
