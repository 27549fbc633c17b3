import type { Context, Next } from 'koa';
import { clientAddress, proxyList } from '../http/client-address';
import { settings } from '../settings';

/**
 * Says once, before everybody, from where a request comes: `ctx.ip` is then right for the house, for its plugins and
 * for Strapi's own limits. Koa's `proxy` would believe whoever sends the header.
 */
export default () => {
  const proxies = proxyList(settings().trustedProxies);
  return (ctx: Context, next: Next): Promise<unknown> => {
    ctx.request.ip = clientAddress(ctx.req.socket.remoteAddress ?? '', ctx.get('X-Forwarded-For'), proxies);
    return next();
  };
};
