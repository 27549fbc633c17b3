import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const twoFactorConfig = z.strictObject({
  /** Milliseconds a code is good for. */
  lifetimeMs: z.number().int().positive(),
  /** Milliseconds a challenge is open: a sign-in that waits for its second step, for instance. */
  challengeMs: z.number().int().positive(),
  /** Milliseconds after which a text message counts as not sent. */
  smsDeadlineMs: z.number().int().positive(),
  /** Tries in one challenge, however many codes are asked for. */
  tries: z.number().int().min(1),
  /** What the secrets of authenticator apps are sealed with, in the database. */
  secret: z.string().min(1),
  /** The address people type: passkeys are made for it, and work nowhere else. */
  origin: z.url(),
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
  default: {
    lifetimeMs: 5 * 60_000,
    challengeMs: 10 * 60_000,
    smsDeadlineMs: 10_000,
    tries: 5,
  } satisfies Partial<TwoFactorConfig>,
  validator(given: unknown): void {
    twoFactorConfig.parse(given);
  },
};

export const configOf = (strapi: Core.Strapi): TwoFactorConfig =>
  twoFactorConfig.parse(strapi.config.get('plugin::two-factor'));
