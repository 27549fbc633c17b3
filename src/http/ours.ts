import type { Context } from 'koa';

const OURS = /^\/(api\/portal|desk)(\/|$)/;

/** The house's own routes, as opposed to Strapi's. */
export const isOurs = (ctx: Context): boolean => OURS.test(ctx.path);
