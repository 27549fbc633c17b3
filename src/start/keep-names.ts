import type { Core } from '@strapi/strapi';

interface Route {
  method: string;
  path: string;
  config: { policies: unknown[] };
}

/** Puts the guard of names before the address by which staff change their own profile in the panel. */
export const keepNames = (strapi: Core.Strapi): void => {
  const { admin } = strapi.admin.routes as unknown as { admin: { routes: Route[] } };
  const own = admin.routes.find(({ method, path }) => method === 'PUT' && path === '/users/me');
  // A new edition of Strapi may have it elsewhere: then nobody starts without knowing.
  if (own === undefined) throw new Error('The panel has no PUT /users/me any more: who guards names?');
  const guarded = {
    ...own,
    config: { ...own.config, policies: [...own.config.policies, 'global::own-name'] },
  };
  admin.routes = admin.routes.map((route) => (route === own ? guarded : route));
};
