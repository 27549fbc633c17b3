import type { Core } from '@strapi/strapi';

/** The right to see whether the scanner works. */
export const HEALTH = { id: 'plugin::virus-scan.health' };
/** The right to see every refused file: whoever sent it, whatever it was meant for. */
export const REFUSALS = { id: 'plugin::virus-scan.refusals' };

const action = (uid: string, displayName: string) => ({
  section: 'plugins',
  displayName,
  uid,
  pluginName: 'virus-scan',
});

interface Permissions {
  actionProvider: { registerMany(actions: object[]): Promise<void> };
}

/** Offers the rights in the roles of the admin panel; a super admin has them at once. */
export const registerPermissions = (strapi: Core.Strapi): Promise<void> =>
  (strapi.service('admin::permission') as Permissions).actionProvider.registerMany([
    action('health', 'Scanner state'),
    action('refusals', 'All refused files'),
  ]);
