import type { Core } from '@strapi/strapi';
import { config } from './config';
import { challenge } from './content-types/challenge';
import { createChallenges } from './services/challenges';
import { createSms } from './services/sms';

export default {
  config,
  contentTypes: { challenge },
  services: {
    challenges: (context: { strapi: Core.Strapi }) => createChallenges(context),
    sms: createSms,
  },
};
