import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, watch } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { House } from '../support';
import { storeOf } from '../storage/store';

/** Every file below a folder, by its path; none where the folder does not exist. */
export const filesBelow = (folder: string): string[] => {
  const entries = statSync(folder, { throwIfNoEntry: false })
    ? readdirSync(folder, { withFileTypes: true })
    : [];
  return entries.flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
};

/** What the house keeps of documents, ready in its store or on its way in. */
export const keptFiles = async (house: House): Promise<string[]> => [
  ...(await storeOf(house).keys()),
  ...filesBelow(path.join(house.folder, 'spool')),
];

/** The spool folder of a house, which exists from now on. */
export const spoolOf = ({ folder }: House): string => {
  const spool = path.join(folder, 'spool');
  mkdirSync(spool, { recursive: true });
  return spool;
};

const holds = (file: string, bytes: Buffer): boolean => {
  try {
    return readFileSync(file).includes(bytes);
  } catch {
    // Somebody else's file, gone or closed to us: it is not ours.
    return false;
  }
};

/** The files of the house in which the bytes stand, the database's own and those in its bucket among them. */
export const filesHolding = async (house: House, bytes: Buffer): Promise<string[]> => {
  const found = filesBelow(house.folder).filter((file) => holds(file, bytes));
  const store = storeOf(house);
  for (const key of await store.keys()) if ((await store.read(key)).includes(bytes)) found.push(key);
  return found;
};

const LARGEST_TEMPORARY = 5_000_000;

/** The files at the top of the machine's temporary folder in which the bytes stand. */
export const temporaryFilesHolding = (bytes: Buffer): string[] =>
  readdirSync(os.tmpdir(), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(os.tmpdir(), entry.name))
    .filter((file) => (statSync(file, { throwIfNoEntry: false })?.size ?? Infinity) < LARGEST_TEMPORARY)
    .filter((file) => holds(file, bytes));

/** A disk of one megabyte; undefined where this machine lends none. */
export const mountSmallDisk = (at: string): (() => void) | undefined => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' });
    return () => void execFileSync('umount', [at]);
  } catch {
    return undefined;
  }
};

/** Resolves when the folder is as it should be; looked at again whenever the file system tells of a change. */
export const whenFolder = (folder: string, isAsWanted: (files: string[]) => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (!isAsWanted(readdirSync(folder))) return;
      watcher.close();
      resolve();
    };
    const watcher = watch(folder, look);
    look();
  });
