import type { ErrorCode } from '../errors';

/** Why a file may not be taken, on every door that takes one. */
export const UPLOAD_ERRORS: ErrorCode[] = [
  'not-found',
  'too-large',
  'dossier-full',
  'unsupported-type',
  'file-empty',
  'file-infected',
  'file-encrypted',
  'file-unpacks-too-large',
  'file-type-refused',
  'file-content-mismatch',
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
