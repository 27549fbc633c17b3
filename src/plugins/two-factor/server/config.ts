import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const twoFactorConfig = z.strictObject({
  /** Milliseconds a code is good for. */
  lifetimeMs: z.number().int().positive(),
  /** Codes that may be tried before a challenge is dead. */
  tries: z.number().int().min(1),
  /** Without it, sending fails. */
  twilio: z
    .strictObject({
      accountSid: z.string().startsWith('AC'),
      authToken: z.string().min(1),
      /** Number or name the message comes from. */
      from: z.string().min(1),
      /** Another address to send all requests to, a stand-in for Twilio for instance. */
      baseUrl: z.url().optional(),
    })
    .optional(),
});

export type TwoFactorConfig = z.infer<typeof twoFactorConfig>;
export type TwilioSettings = NonNullable<TwoFactorConfig['twilio']>;

export const config = {
  default: { lifetimeMs: 5 * 60_000, tries: 5 } satisfies TwoFactorConfig,
  validator(given: unknown): void {
    twoFactorConfig.parse(given);
  },
};

export const configOf = (strapi: Core.Strapi): TwoFactorConfig =>
  twoFactorConfig.parse(strapi.config.get('plugin::two-factor'));
