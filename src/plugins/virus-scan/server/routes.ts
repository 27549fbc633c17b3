import { HEALTH, REFUSALS } from './permissions';

const read = (path: string, handler: string, right: { id: string }) => ({
  method: 'GET',
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [right.id] } },
    ],
  },
});

export const routes = {
  admin: {
    type: 'admin',
    routes: [read('/health', 'status.health', HEALTH), read('/refusals', 'status.refusals', REFUSALS)],
  },
};
