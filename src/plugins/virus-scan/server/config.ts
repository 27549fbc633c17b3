import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const MINUTE = 60_000;

const virusScanConfig = z
  .strictObject({
    /** Path of clamd's Unix socket. Neither socket nor host: every scan is `unavailable`. */
    socket: z.string().optional(),
    /** Host of clamd's TCP socket. */
    host: z.string().optional(),
    port: z.number().int().min(1).max(65_535),
    /** Largest file, in bytes. clamd's StreamMaxLength and MaxFileSize must not be below it. */
    maxBytes: z.number().int().positive(),
    /** Milliseconds clamd may take to accept the connection. */
    connectMs: z.number().int().positive(),
    /** Milliseconds without progress while clamd is the one waited for. */
    silenceMs: z.number().int().positive(),
    /** Milliseconds a scan may take in all, the sender's own slowness included. */
    overallMs: z.number().int().positive(),
    /** Whether a file of `maxBytes` is sent to clamd at the start, to learn whether it looks at all of it. */
    checkLimits: z.boolean(),
  })
  .refine((config) => !(config.socket && config.host), {
    message: 'Give either socket or host, not both',
  });

export type VirusScanConfig = z.infer<typeof virusScanConfig>;

const defaults: VirusScanConfig = {
  port: 3310,
  maxBytes: 100 * 1024 * 1024,
  connectMs: 5_000,
  silenceMs: 2 * MINUTE,
  overallMs: 30 * MINUTE,
  checkLimits: true,
};

export const config = {
  default: defaults,
  validator(given: unknown): void {
    virusScanConfig.parse(given);
  },
};

export const configOf = (strapi: Core.Strapi): VirusScanConfig =>
  virusScanConfig.parse(strapi.config.get('plugin::virus-scan'));

/** Fills what is not given with the defaults, for use without Strapi. */
export const withDefaults = (given: Partial<VirusScanConfig>): VirusScanConfig =>
  virusScanConfig.parse({ ...defaults, ...given });
