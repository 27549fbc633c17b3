import type { ErrorCode } from '../errors';

/** Why a file may not be taken, on every door that takes one. */
export const UPLOAD_ERRORS: ErrorCode[] = [
  'not-found',
  'too-large',
  'unsupported-type',
  'file-empty',
  'file-infected',
  'file-refused',
  'scanner-unavailable',
  'key-unavailable',
  'storage-unavailable',
];

/** Why a file may not be given out. */
export const READ_ERRORS: ErrorCode[] = [
  'not-found',
  'no-such-part',
  'file-damaged',
  'key-unavailable',
  'storage-unavailable',
];
