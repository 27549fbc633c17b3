import { UNLOCK } from './permissions';

const guarded = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: {
    // For who is signed in to the panel: a program's token stands for its owner, whatever it was made for.
    auth: { strategies: ['admin'] },
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [UNLOCK.id] } },
    ],
  },
});

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      guarded('GET', '/locked', 'locks.locked'),
      guarded('POST', '/locked/:id/unlock', 'locks.unlock'),
    ],
  },
};
