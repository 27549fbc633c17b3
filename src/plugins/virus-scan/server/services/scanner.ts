import type { Core } from '@strapi/strapi';
import { configOf } from '../config';
import { checkHealth, type Health } from '../health';
import { beginScan, type Scan } from '../scan';

/** Looks into files before they are stored. */
export const createScanner = ({ strapi }: { strapi: Core.Strapi }) => {
  const config = configOf(strapi);
  const passes = new WeakSet<object>();
  return {
    /** Begins the scan of one file; never throws, see `Scan`. */
    begin(): Scan {
      return beginScan(config);
    },

    /** Whether clamd answers and finds the test virus, and its version. */
    health(): Promise<Health> {
      return checkHealth(config);
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
