import type { Core } from '@strapi/strapi';
import type { Devices } from './services/devices';
import type { Guard } from './services/guard';

/** This plugin's services with their types. */
export const pluginServices = (strapi: Core.Strapi): { guard: Guard; devices: Devices } => ({
  guard: strapi.plugin('lockout').service<Guard>('guard'),
  devices: strapi.plugin('lockout').service<Devices>('devices'),
});
