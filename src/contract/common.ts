import { z } from 'zod';

export const LANGUAGES = ['nl', 'en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageSchema = z.enum(LANGUAGES);

/** A Strapi documentId: 24 lower-case letters and digits. */
export const idSchema = z.string().regex(/^[a-z0-9]{24}$/);

/** An ISO 8601 moment in UTC. */
export const momentSchema = z.iso.datetime();

/** A calendar day, `2026-12-04`. */
export const daySchema = z.iso.date();

/** Addresses are compared in lower case, as every mail system does in practice. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

/**
 * No control character (PostgreSQL takes no NUL), and none that turns the direction of what follows, by which a
 * text shows something else than it says: embeddings, overrides and isolates. The marks of one letter stay.
 */
// eslint-disable-next-line no-control-regex -- control characters are what this pattern is there to refuse
const ONE_LINE = /^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$/;
// eslint-disable-next-line no-control-regex -- as above
const LINES = /^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/;

/** Plain text on one line, trimmed, perhaps empty. */
export const searchSchema = (max: number) => z.string().trim().max(max).regex(ONE_LINE);

/** One line of plain text: trimmed, not empty, without characters that are not seen and do something. */
export const lineSchema = (max: number) => z.string().trim().min(1).max(max).regex(ONE_LINE);

/** Whether a text of several lines has only letters, tabs and line breaks (`\n`): nothing unseen that does something. */
export const isPlainText = (text: string): boolean => LINES.test(text);
