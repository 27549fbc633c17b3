import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isOurs } from '../http/ours';

/** Below these lie pages whose address says which dossier or client is looked at. */
const CASE_PAGES = /^\/(portal|admin\/(dossiers|clients))(?=\/)/i;

/** The path of a request as the log may keep it. */
const pathOf = ({ path }: Context): string => CASE_PAGES.exec(path)?.[0] ?? path;

/**
 * Writes down what was asked, with its outcome and how long it took. Strapi's own logger writes whole addresses: the
 * tokens of invitations and of new passwords, which are still good, and who looked at which dossier.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (isOurs(ctx.path)) return next();
    const began = Date.now();
    await next();
    strapi.log.http(`${ctx.method} ${pathOf(ctx)} (${Date.now() - began} ms) ${ctx.status}`);
  };
