import { isText } from './text';
import { zipEntries } from './zip-entries';

/** How much of a file is looked at: enough for the first entries of a zip, in which the kinds of documents differ. */
export const HEAD_BYTES = 64 * 1024;

/** What several kinds of files are wrapped in. */
const WRAPPINGS = ['zip', 'cfb', 'xml'];

/** Files of these kinds begin in one of several ways, or in a way that a library cannot name. */
const BEGINNINGS: Record<string, string[]> = {
  ...Object.fromEntries(['doc', 'xls', 'ppt', 'msg'].map((extension) => [extension, ['cfb']])),
  ...Object.fromEntries(['jpeg', 'jpg'].map((extension) => [extension, ['jpg']])),
  ...Object.fromEntries(['heic', 'heif'].map((extension) => [extension, ['heic']])),
  png: ['png', 'apng'],
};

/** In a zip of this kind lies a folder of this name. */
const OFFICE_FOLDERS: Record<string, string> = {
  ...Object.fromEntries(['docx', 'docm', 'dotx', 'dotm'].map((extension) => [extension, 'word/'])),
  ...Object.fromEntries(['xlsx', 'xlsm', 'xltx', 'xltm'].map((extension) => [extension, 'xl/'])),
  ...Object.fromEntries(
    ['pptx', 'pptm', 'potx', 'potm', 'ppsx', 'ppsm'].map((extension) => [extension, 'ppt/']),
  ),
};

const TEXTS = ['txt', 'csv', 'eml', 'xml', 'html', 'htm', 'md', 'log', 'json', 'ics', 'vcf'];

const startsWith = (head: Buffer, ...bytes: number[]): boolean =>
  head.subarray(0, bytes.length).equals(Buffer.from(bytes));

/** By their first bytes alone: what a library asks besides lies at the end of the file. */
const BY_FIRST_BYTES: Record<string, (head: Buffer) => boolean> = {
  tif: (head) => startsWith(head, 0x49, 0x49, 0x2a, 0) || startsWith(head, 0x4d, 0x4d, 0, 0x2a),
  tiff: (head) => startsWith(head, 0x49, 0x49, 0x2a, 0) || startsWith(head, 0x4d, 0x4d, 0, 0x2a),
  zip: (head) => startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0x50, 0x4b, 5, 6),
  // DER, or text in base 64.
  p7m: (head) => startsWith(head, 0x30) || isText(head),
};

/** What a library calls the content; nothing where it does not know it. */
const detected = async (head: Buffer): Promise<string | undefined> => {
  const { fileTypeFromBuffer } = await import('file-type');
  // A file that is cut off in the middle, as this one is, may be more than the library can read.
  return (await fileTypeFromBuffer(head).catch(() => undefined))?.ext;
};

const isKnown = async (extension: string): Promise<boolean> => {
  const { supportedExtensions } = await import('file-type');
  return supportedExtensions.has(extension);
};

/** Whether the first bytes of a file are what its extension says. Of an extension that nobody knows, they may be. */
export const matchesExtension = async (head: Buffer, extension: string): Promise<boolean> => {
  const byFirstBytes = BY_FIRST_BYTES[extension];
  if (byFirstBytes !== undefined) return byFirstBytes(head);
  const kind = await detected(head);
  if (TEXTS.includes(extension)) return isText(head) && kind !== 'pdf' && kind !== 'rtf';
  const beginnings = BEGINNINGS[extension];
  if (beginnings !== undefined) return kind !== undefined && beginnings.includes(kind);
  if (kind === extension) return true;
  const folder = OFFICE_FOLDERS[extension];
  if (folder !== undefined && kind === 'zip')
    return zipEntries(head).some(({ name }) => name.startsWith(folder));
  if (await isKnown(extension)) return false;
  return kind === undefined || WRAPPINGS.includes(kind);
};
