import type { Core } from '@strapi/strapi';
import chain from './content-types/chain/schema.json';
import event from './content-types/event/schema.json';
import reading from './content-types/reading/schema.json';
import { makeAppendOnly } from './log/append-only';
import { createLog } from './services/log';
import { createReadings } from './services/readings';

export default {
  contentTypes: { reading: { schema: reading }, event: { schema: event }, chain: { schema: chain } },
  services: { readings: createReadings, log: createLog },
  bootstrap: ({ strapi }: { strapi: Core.Strapi }): Promise<void> => makeAppendOnly(strapi),
};
