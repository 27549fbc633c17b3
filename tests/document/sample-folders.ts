import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** Debian's package of this name: one harmless program that scanners call a virus, in whatever can hold it. */
export const CLAMAV_TEST_FILES = '/usr/share/clamav-testfiles';

/** Larger collections than the project brings itself; `samples` has one of each kind. */
const SHARED = process.env.TEST_SAMPLES ?? path.resolve(ROOT, '../shared/samples');
export const HARMLESS = path.join(SHARED, 'harmless');
export const AWKWARD = path.join(SHARED, 'awkward');

const isThere = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false }) !== undefined;

export const namesIn = (folder: string): string[] => (isThere(folder) ? readdirSync(folder).sort() : []);

/** What is left out without a folder says so; what a package brings is never left out under CI. */
export const describeWithFolder = (sentence: string, folder: string, tests: () => void): void => {
  const isNeeded = folder === CLAMAV_TEST_FILES && process.env.CI === 'true';
  if (isThere(folder) || isNeeded) return describe(sentence, tests);
  console.warn(`*** ${folder} is not there: the tests of its files are SKIPPED ***`);
  return describe.skip(sentence, tests);
};
