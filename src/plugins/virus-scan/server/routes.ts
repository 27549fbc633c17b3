import { HEALTH, REFUSALS } from './permissions';

const read = (path: string, handler: string, right: { id: string }) => ({
  method: 'GET',
  path,
  handler,
  config: {
    // For who is signed in to the panel: a program's token stands for its owner, whatever it was made for.
    auth: { strategies: ['admin'] },
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
