import Router from '@koa/router';
import type { Core } from '@strapi/strapi';
import type { Middleware } from 'koa';
import { isOurs } from './ours';

/**
 * Strapi's router tries all its routes, some 250 of the admin panel, at every request. The house's own requests
 * try the house's own routes, which are Strapi's too: each keeps its authentication, its policies and its handler.
 */
export const ownRoutes = (strapi: Core.Strapi): Middleware => {
  const router = new Router();
  router.stack = strapi.server.router.stack.filter(
    ({ path, methods }) => methods.length > 0 && isOurs(String(path)),
  );
  // The router itself adds what its type asks of the context.
  return router.routes() as Middleware;
};
