/** The largest file, unless the firm sets another, in bytes. */
export const UPLOAD_MAX_BYTES = 200 * 1024 * 1024;

/** How long one upload may take in all, in milliseconds, its scan and its sender's slow line included. */
export const UPLOAD_MAX_MS = 30 * 60_000;
