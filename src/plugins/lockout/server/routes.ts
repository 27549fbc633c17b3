import { UNLOCK } from './permissions';

const guarded = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: {
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
