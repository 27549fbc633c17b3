import type { Context } from 'koa';

/** A browser fetches ahead what nobody may ever look at: by a prefetch, a prerender or a preview. */
export const isPrefetch = (ctx: Context): boolean => {
  const purposes = [ctx.get('Sec-Purpose'), ctx.get('Purpose'), ctx.get('X-Purpose'), ctx.get('X-Moz')];
  return purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose));
};

/** Does nobody wait for the answer any more? Whatever it says, it arrives nowhere. */
const isLeft = ({ req, res }: Context): boolean => req.socket.destroyed || res.destroyed;

/** Does this request count as reading? Only a GET that somebody asked for, and still waits for. */
export const countsAsReading = (ctx: Context): boolean =>
  ctx.method === 'GET' && !isPrefetch(ctx) && !isLeft(ctx);
