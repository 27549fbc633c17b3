import type { Core } from '@strapi/strapi';

/** The right to see the scanner's state and what it refused. */
export const READ = { id: 'plugin::virus-scan.read' };

const action = { section: 'plugins', displayName: 'Read', uid: 'read', pluginName: 'virus-scan' };

interface Permissions {
  actionProvider: { registerMany(actions: object[]): Promise<void> };
}

/** Offers the right in the roles of the admin panel; a super admin has it at once. */
export const registerPermissions = (strapi: Core.Strapi): Promise<void> =>
  (strapi.service('admin::permission') as Permissions).actionProvider.registerMany([action]);
