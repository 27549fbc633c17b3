import type { Context } from 'koa';

// Strapi's router does not care about capitals: an address that it takes must not slip past here.
const OURS = /^\/(api\/portal|desk)(\/|$)/i;

/** The house's own routes, as opposed to Strapi's. */
export const isOurs = (ctx: Context): boolean => OURS.test(ctx.path);
