import { READ } from './permissions';

const read = (path: string, handler: string) => ({
  method: 'GET',
  path,
  handler,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [READ.id] } },
    ],
  },
});

export const routes = {
  admin: {
    type: 'admin',
    routes: [read('/health', 'status.health'), read('/refusals', 'status.refusals')],
  },
};
