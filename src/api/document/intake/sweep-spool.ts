import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { minutesFrom } from '../../../db';
import { spoolFolder } from './spool';

/** Longer than any upload may take, in minutes: what is older belongs to a process that was killed. */
const OLD = 24 * 60;

const filesIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).map((name) => path.join(folder, name));
  } catch {
    // No file has ever arrived: there is no folder yet.
    return [];
  }
};

/** Removes what killed processes left in the spool, and nothing that another process is still writing. */
export const sweepSpool = async (now: Date): Promise<void> => {
  for (const file of await filesIn(spoolFolder())) {
    // One that is gone meanwhile was removed by who wrote it.
    const found = await stat(file).catch(() => undefined);
    if (found !== undefined && found.mtime < minutesFrom(now, -OLD)) await rm(file, { force: true });
  }
};
