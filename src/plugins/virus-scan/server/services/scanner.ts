import type { Core } from '@strapi/strapi';
import { configOf } from '../config';
import { checkHealth, type Health } from '../health';
import { checkLimits, type Limits } from '../limits';
import { beginScan, type Scan } from '../scan';

const WARNINGS = {
  blind:
    'Virus scan: clamd calls large files clean without looking at all of them. ' +
    'clamd.conf needs AlertExceedsMax yes, and limits as large as maxBytes.',
  narrow:
    'Virus scan: clamd refuses files that are smaller than maxBytes. Its limits in clamd.conf are too small.',
} as const;

/** Looks into files before they are stored. */
export const createScanner = ({ strapi }: { strapi: Core.Strapi }) => {
  const config = configOf(strapi);
  const passes = new WeakSet<object>();
  let limits: Limits = null;
  let checking: Promise<void> | undefined;

  const check = async (): Promise<void> => {
    limits = await checkLimits(config);
    if (limits !== null && limits !== 'ok') strapi.log.warn(WARNINGS[limits]);
  };
  return {
    /** Begins the scan of one file; never throws, see `Scan`. */
    begin(): Scan {
      return beginScan(config);
    },

    /** Whether clamd answers and finds the test virus, its version, and what is known of its limits. */
    async health(): Promise<Health> {
      const health = await checkHealth(config, limits);
      // It was away when it was asked first; the answer takes too long to be waited for here.
      if (health.status === 'ok' && limits === null) void this.checkLimits();
      return health;
    },

    /** Learns whether clamd looks at files as large as are taken, and warns where it does not; one check at a time. */
    checkLimits(): Promise<void> {
      if (!config.checkLimits) return Promise.resolve();
      checking ??= check().finally(() => (checking = undefined));
      return checking;
    },

    /** Lets this very file object through to the upload provider once, because its content was scanned and is clean. */
    passed(file: object): void {
      passes.add(file);
    },

    /** True once for a file object that was given to `passed`. */
    usePass(file: object): boolean {
      return passes.delete(file);
    },
  };
};

export type Scanner = ReturnType<typeof createScanner>;
