import { FILE_NAME_MAX } from './document';

// eslint-disable-next-line no-control-regex -- control characters are what this pattern is there to remove
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const bytes = (text: string): number => new TextEncoder().encode(text).length;

const ending = (name: string): string => /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';

/** What a file's name says of its type: the letters behind the last dot, small. Empty where it says nothing. */
export const extensionOf = (name: string): string => ending(name).slice(1).toLowerCase();

/** Cuts a name to 255 bytes without losing its ending or half a character. */
const shortened = (name: string): string => {
  const extension = ending(name);
  const stem = Array.from(name.slice(0, name.length - extension.length));
  while (bytes(stem.join('') + extension) > FILE_NAME_MAX) stem.pop();
  return stem.join('') + extension;
};

/**
 * A file's name as it is shown: without folders, control and direction characters (which make
 * `gpj.exe` look like `exe.jpg`), at most 255 bytes. Empty where nothing is left. It never names a file on disk.
 */
export const cleanFileName = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last.normalize('NFC').replace(INVISIBLE, '').trim();
  return /^\.*$/.test(clean) ? '' : shortened(clean);
};
