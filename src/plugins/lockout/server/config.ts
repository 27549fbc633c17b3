import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const lockoutConfig = z.strictObject({
  /** Attempts that are judged before a subject is locked. */
  max: z.number().int().min(1),
  /** Whether signing in to the admin panel is guarded too. */
  guardAdmin: z.boolean(),
  /** How long an address of the admin panel stays locked, in minutes: the first time, the second, …, ever after. */
  adminLockMinutes: z.tuple([z.number().int().min(1)], z.number().int().min(1)),
  /** Whether the cookie by which the admin panel knows a device goes over https alone. */
  secureCookies: z.boolean(),
});

export type LockoutConfig = z.infer<typeof lockoutConfig>;

export const config = {
  default: {
    max: 3,
    guardAdmin: true,
    adminLockMinutes: [15, 60, 240, 1440],
    secureCookies: true,
  } satisfies LockoutConfig,
  validator(given: unknown): void {
    lockoutConfig.parse(given);
  },
};

export const configOf = (strapi: Core.Strapi): LockoutConfig =>
  lockoutConfig.parse(strapi.config.get('plugin::lockout'));
