import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isOurs } from './ours';

type Layer = (ctx: Context, next: Next) => unknown;
type Factory = (config: unknown, options: { strapi: Core.Strapi }) => Layer | undefined;

interface Middlewares {
  extend(uid: string, change: (factory: Factory) => Factory): void;
}

/**
 * Strapi's layers that do nothing for the portal's and the desk's requests but cost time, or do harm:
 * `body` writes any multipart body to the disk before anybody is known. What went wrong is logged by the front layer.
 */
const LAYERS = ['errors', 'security', 'cors', 'body', 'favicon'];

/** Lets the house's own requests pass these layers untouched; the front layer has done what they need. */
export const stepAside = (strapi: Core.Strapi): void => {
  const middlewares = strapi.get<Middlewares>('middlewares');
  for (const layer of LAYERS) {
    middlewares.extend(`strapi::${layer}`, (factory) => (config, options) => {
      const handle = factory(config, options);
      // Some layers are not one: they change Strapi once, when they are made.
      if (handle === undefined) return undefined;
      return (ctx, next) => (isOurs(ctx.path) ? next() : handle(ctx, next));
    });
  }
};
