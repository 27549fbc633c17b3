type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A route of the portal that anybody may ask: it stands on the short list of tests/house. */
export const open = (method: Method, path: string, handler: string) => ({
  method,
  path: `/portal${path}`,
  handler,
  // Strapi's own authentication knows nothing of the portal's sessions.
  config: { auth: false as const },
});

/** A route of the portal for who is fully signed in. */
export const forClient = (method: Method, path: string, handler: string) => ({
  method,
  path: `/portal${path}`,
  handler,
  config: { auth: false as const, policies: ['global::client'] },
});

/** A route of the desk; Strapi authenticates the admin user, the policy says who it is. */
export const forStaff = (method: Method, path: string, handler: string) => ({
  method,
  path,
  handler,
  info: { type: 'admin' },
  config: { policies: ['admin::isAuthenticatedAdmin', 'global::staff'] },
});
