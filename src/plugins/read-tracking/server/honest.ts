import type { Context } from 'koa';

/**
 * Does this request count as reading? Only a GET that somebody asked for: not a HEAD, not a browser's
 * prefetch or prerender, which fetch what nobody may ever look at.
 */
export const countsAsReading = (ctx: Context): boolean => {
  if (ctx.method !== 'GET') return false;
  const purposes = [ctx.get('Sec-Purpose'), ctx.get('Purpose'), ctx.get('X-Purpose'), ctx.get('X-Moz')];
  return !purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose));
};
