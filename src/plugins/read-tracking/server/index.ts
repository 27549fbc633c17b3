import type { Core } from '@strapi/strapi';
import { config, configOf } from './config';
import chain from './content-types/chain/schema.json';
import event from './content-types/event/schema.json';
import reading from './content-types/reading/schema.json';
import { makeAppendOnly } from './log/append-only';
import { createExports } from './services/exports';
import { createLog } from './services/log';
import { createReadings } from './services/readings';
import { signingKey } from './signing-key';

export default {
  config,
  contentTypes: { reading: { schema: reading }, event: { schema: event }, chain: { schema: chain } },
  services: { readings: createReadings, log: createLog, exports: createExports },
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    // A key that is none is said at the start, and not to who asks for an export years later.
    signingKey(configOf(strapi));
    await makeAppendOnly(strapi);
  },
};
