import type { Core } from '@strapi/strapi';
import { pluginServices } from './plugin-services';

const DAY_MS = 86_400_000;

/** Sweeps old counts now and once a day; gives back what ends it. */
export const startSweeping = (strapi: Core.Strapi): (() => Promise<void>) => {
  let sweeping = Promise.resolve();
  const sweep = (): void => {
    sweeping = pluginServices(strapi)
      .guard.sweep()
      .then(() => undefined)
      .catch((error: unknown) => void strapi.log.error(`Old counts were not swept: ${String(error)}`));
  };
  sweep();
  const timer = setInterval(sweep, DAY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await sweeping;
  };
};
