import type { Core } from '@strapi/strapi';
import { config } from './config';
import { refusal } from './content-types/refusal';
import { createStatus } from './controllers/status';
import { guardUploads } from './guard-uploads';
import { registerPermissions } from './permissions';
import { pluginServices } from './plugin-services';
import { routes } from './routes';
import { createRefusals } from './services/refusals';
import { createScanner } from './services/scanner';

export default {
  config,
  contentTypes: { refusal },
  services: {
    scanner: createScanner,
    refusals: (context: { strapi: Core.Strapi }) => createRefusals(context),
  },
  controllers: { status: createStatus },
  routes,
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    await registerPermissions(strapi);
    const { scanner, refusals } = pluginServices(strapi);
    guardUploads(strapi, scanner, refusals);
    // Not waited for: a large file takes clamd some seconds.
    void scanner.checkLimits();
  },
};
