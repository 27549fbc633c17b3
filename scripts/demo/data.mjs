import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../processes.mjs';
import { SECRETS_FILE } from './settings.mjs';

/** Written last, so that a start that was broken off begins anew the next time. */
const COMPLETE = 'complete';

export const isComplete = (folder) => existsSync(path.join(folder, COMPLETE));

export const markComplete = (folder) => writeFileSync(path.join(folder, COMPLETE), '');

/** An empty folder for a new demo. What is no demo's folder is never removed. */
export const beginAnew = (folder) => {
  const content = existsSync(folder) ? readdirSync(folder) : [];
  if (content.length > 0 && !content.includes(SECRETS_FILE)) {
    throw new PlainError(`${folder} holds something else than a demo; choose another folder with --folder.`);
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
};
