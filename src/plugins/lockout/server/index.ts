import type { Core } from '@strapi/strapi';
import { config, configOf } from './config';
import { counter } from './content-types/counter';
import { createLocks } from './controllers/locks';
import { guardAdmin } from './guard-admin';
import { registerPermissions } from './permissions';
import { routes } from './routes';
import { createDevices } from './services/devices';
import { createGuard } from './services/guard';
import { startSweeping } from './sweeping';

let stopSweeping: (() => Promise<void>) | undefined;

export default {
  config,
  contentTypes: { counter },
  services: {
    guard: (context: { strapi: Core.Strapi }) => createGuard(context),
    devices: createDevices,
  },
  controllers: { locks: createLocks },
  routes,
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await registerPermissions(strapi);
    if (configOf(strapi).guardAdmin) guardAdmin(strapi);
    stopSweeping = startSweeping(strapi);
  },
  async destroy(): Promise<void> {
    await stopSweeping?.();
  },
};
