/** The largest file, unless the firm sets another, in bytes. */
export const UPLOAD_MAX_BYTES = 200 * 1024 * 1024;
