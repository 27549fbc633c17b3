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

/** One line of plain text: trimmed, not empty, without control characters. */
export const lineSchema = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // eslint-disable-next-line no-control-regex -- control characters are what this pattern is there to refuse
    .regex(/^[^\u0000-\u001f\u007f]*$/);
