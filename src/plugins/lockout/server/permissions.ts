import type { Core } from '@strapi/strapi';

/** The right to see who is locked and to unlock them. */
export const UNLOCK = { id: 'plugin::lockout.unlock' };

const action = { section: 'plugins', displayName: 'Unlock', uid: 'unlock', pluginName: 'lockout' };

interface Permissions {
  actionProvider: { registerMany(actions: object[]): Promise<void> };
}

/** Offers the right in the roles of the admin panel; a super admin has it at once. */
export const registerPermissions = (strapi: Core.Strapi): Promise<void> =>
  (strapi.service('admin::permission') as Permissions).actionProvider.registerMany([action]);
