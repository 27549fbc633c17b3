/**
 * The closed list of refusals, each with its HTTP status.
 * The text a person reads stands in `src/texts/<language>/errors.json` under `error.<code>`.
 */
export const ERRORS = {
  'invalid-input': 400,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'wrong-code': 401,
  'sign-in-over': 401,
  'foreign-origin': 403,
  'https-required': 403,
  'logo-refused': 422,
  'not-allowed': 403,
  'own-name-is-kept': 403,
  'confirmation-needed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'dossier-closed': 409,
  'dossier-full': 409,
  'message-needed': 409,
  'number-taken': 409,
  'progress-changed': 409,
  'email-taken': 409,
  'account-exists': 409,
  'too-many-accounts': 409,
  'portal-not-chosen': 409,
  'already-active': 409,
  'second-step-required': 409,
  'already-opened': 409,
  'document-withdrawn': 409,
  'offset-conflict': 409,
  'not-invited': 409,
  'user-name-taken': 409,
  'letter-not-in-use': 409,
  'link-invalid': 410,
  'code-invalid': 410,
  'too-large': 413,
  'unsupported-type': 415,
  'no-such-part': 416,
  'file-empty': 422,
  'file-infected': 422,
  'file-encrypted': 422,
  'file-unpacks-too-large': 422,
  'file-type-refused': 422,
  'file-content-mismatch': 422,
  'too-many-files': 422,
  'password-too-short': 422,
  'password-too-long': 422,
  'wrong-password': 422,
  'phone-invalid': 422,
  'phone-country': 422,
  'password-needs-capital': 422,
  'password-needs-digit': 422,
  'password-common': 422,
  'password-has-own-word': 422,
  'account-locked': 423,
  'upload-busy': 423,
  'too-many-codes': 429,
  'file-damaged': 500,
  'too-many-tries': 429,
  'too-many-uploads': 429,
  unexpected: 500,
  busy: 503,
  'key-unavailable': 503,
  'scanner-unavailable': 503,
  'sms-unavailable': 503,
  'mail-unavailable': 503,
  'storage-unavailable': 503,
} as const;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

/** What every refusal looks like on the wire. */
export interface ErrorBody {
  error: {
    code: ErrorCode;
    /** A sentence in the reader's language. */
    message: string;
    /** For `invalid-input`: the fields at fault, as dotted paths. */
    fields?: string[];
    /** For `file-infected`: the signature's name. */
    signature?: string;
    /** For passwords: the least and the most characters, and the word that does not count. */
    min?: number;
    max?: number;
    word?: string;
    /** For files: the largest, in megabytes of 1,000,000 bytes, and the extensions that are taken. */
    megabytes?: number;
    types?: string[];
  };
}
