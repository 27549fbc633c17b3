import { z } from 'zod';

/** The image files that every browser shows and that hold no script; SVG does. */
export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

/** In bytes: more than a logo needs, and with base64 less than a JSON body may have. */
export const LOGO_MAX_BYTES = 90_000;

/** A new logo: the file's bytes in base64. */
export const newLogoSchema = z.strictObject({ content: z.base64().min(4) });

/** The logo's own address in the portal, new with each new logo; null where the firm has none. */
export const logoSchema = z.strictObject({ logo: z.string().nullable() });
export type Logo = z.infer<typeof logoSchema>;
