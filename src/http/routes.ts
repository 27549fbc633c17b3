type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A route of the portal that anybody may ask: it stands on the short list of tests/house. */
export const open = (method: Method, path: string, handler: string) => ({
  method,
  path: `/portal${path}`,
  handler,
  // Strapi's own authentication knows nothing of the portal's sessions.
  config: { auth: false as const },
});

const behind = (policy: string) => (method: Method, path: string, handler: string) => ({
  ...open(method, path, handler),
  config: { auth: false as const, policies: [policy] },
});

/** A route of the portal for who is fully signed in. */
export const forClient = behind('global::client');

/** A route for who has given the right password, and is to take the second step. */
export const forSignIn = behind('global::sign-in');

/** A route for setting up a second step: for who is signed in, or must set one up before they are. */
export const forEnrolling = behind('global::enrolling');

/** A route of the desk; Strapi authenticates the admin user, the policy says who it is. */
export const forStaff = (method: Method, path: string, handler: string) => ({
  method,
  path,
  handler,
  info: { type: 'admin' },
  config: { policies: ['admin::isAuthenticatedAdmin', 'global::staff'] },
});
