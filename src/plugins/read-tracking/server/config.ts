import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const readTrackingConfig = z.strictObject({
  /** The seed of the key that signs exports: 32 bytes in Base64. Without it, `keyFile` is read, or made. */
  key: z.string().optional(),
  keyFile: z.string().min(1),
});

export type ReadTrackingConfig = z.infer<typeof readTrackingConfig>;

export const config = {
  default: { keyFile: '.tmp/proof-key' } satisfies ReadTrackingConfig,
  validator(given: unknown): void {
    readTrackingConfig.parse(given);
  },
};

export const configOf = (strapi: Core.Strapi): ReadTrackingConfig =>
  readTrackingConfig.parse(strapi.config.get('plugin::read-tracking'));
