import type { Context } from 'koa';

/** A browser fetches ahead what nobody may ever look at: by a prefetch, a prerender or a preview. */
export const isPrefetch = (ctx: Context): boolean => {
  const purposes = [ctx.get('Sec-Purpose'), ctx.get('Purpose'), ctx.get('X-Purpose'), ctx.get('X-Moz')];
  return purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose));
};

/** Does this request count as reading? Only a GET that somebody asked for. */
export const countsAsReading = (ctx: Context): boolean => ctx.method === 'GET' && !isPrefetch(ctx);
