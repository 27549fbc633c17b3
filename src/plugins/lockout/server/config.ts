import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const lockoutConfig = z.strictObject({
  /** Attempts that are judged before a subject is locked. */
  max: z.number().int().min(1),
  /** Whether signing in to the admin panel is guarded too. */
  guardAdmin: z.boolean(),
  /** How long an address of the admin panel stays locked, in minutes. */
  adminLockMinutes: z.number().int().min(1),
});

export type LockoutConfig = z.infer<typeof lockoutConfig>;

export const config = {
  default: { max: 3, guardAdmin: true, adminLockMinutes: 15 } satisfies LockoutConfig,
  validator(given: unknown): void {
    lockoutConfig.parse(given);
  },
};

export const configOf = (strapi: Core.Strapi): LockoutConfig =>
  lockoutConfig.parse(strapi.config.get('plugin::lockout'));
