import type { Core } from '@strapi/strapi';
import type { Guard } from './services/guard';

/** This plugin's services with their types. */
export const pluginServices = (strapi: Core.Strapi): { guard: Guard } => ({
  guard: strapi.plugin('lockout').service<Guard>('guard'),
});
