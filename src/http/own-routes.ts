import Router from '@koa/router';
import type { Core } from '@strapi/strapi';
import type { Middleware } from 'koa';
import { isOurs } from './ours';

type Layer = Router['stack'][number];

const routerOf = (stack: Layer[]): Middleware => {
  const router = new Router();
  router.stack = stack;
  // The router itself adds what its type asks of the context.
  return router.routes() as Middleware;
};

/**
 * Strapi's router tries all its routes, some 250 of the admin panel, at every request. The house's own requests
 * try the house's own routes of their method, which are Strapi's too: each keeps its authentication, its policies and its
 * handler. A method that none of them has is left to Strapi.
 */
export const ownRoutes = (strapi: Core.Strapi): Middleware => {
  const own = strapi.server.router.stack.filter(({ path }) => isOurs(String(path)));
  const methods = new Set(own.flatMap((layer) => layer.methods));
  const routers = new Map(
    [...methods].map((method) => [method, routerOf(own.filter((layer) => layer.methods.includes(method)))]),
  );
  return (ctx, next) => routers.get(ctx.method)?.(ctx, next) ?? next();
};
