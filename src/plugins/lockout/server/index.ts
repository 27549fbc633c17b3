import type { Core } from '@strapi/strapi';
import { config, configOf } from './config';
import { counter } from './content-types/counter';
import { createLocks } from './controllers/locks';
import { guardAdmin } from './guard-admin';
import { registerPermissions } from './permissions';
import { pluginServices } from './plugin-services';
import { routes } from './routes';
import { createGuard } from './services/guard';

export default {
  config,
  contentTypes: { counter },
  services: { guard: (context: { strapi: Core.Strapi }) => createGuard(context) },
  controllers: { locks: createLocks },
  routes,
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await registerPermissions(strapi);
    if (configOf(strapi).guardAdmin) guardAdmin(strapi, pluginServices(strapi).guard);
  },
};
