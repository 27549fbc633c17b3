import type { Core } from '@strapi/strapi';
import type { Refusals } from './services/refusals';
import type { Scanner } from './services/scanner';

/** This plugin's services with their types. */
export const pluginServices = (strapi: Core.Strapi): { scanner: Scanner; refusals: Refusals } => ({
  scanner: strapi.plugin('virus-scan').service<Scanner>('scanner'),
  refusals: strapi.plugin('virus-scan').service<Refusals>('refusals'),
});
