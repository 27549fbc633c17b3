import { MANIFEST_NAME } from '../../../contract/document';

/** What some system or other does not take in a file's name. */
const UNFIT = /[<>:"|?*/\\]/g;

const parted = (name: string): [stem: string, extension: string] => {
  const extension = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';
  return [name.slice(0, name.length - extension.length), extension];
};

/** Gives each document a name of its own in one folder, also where capitals make no difference. */
export const fileNames = (): ((name: string) => string) => {
  const taken = new Set([MANIFEST_NAME.toLowerCase()]);
  return (name) => {
    const [stem, extension] = parted(name.replace(UNFIT, '_'));
    let unique = stem + extension;
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1) unique = `${stem} (${n})${extension}`;
    taken.add(unique.toLowerCase());
    return unique;
  };
};
