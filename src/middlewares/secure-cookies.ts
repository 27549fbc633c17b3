import type { Context, Next } from 'koa';
import { settings } from '../settings';

/**
 * Where the firm's address is https, cookies may say `Secure` on every connection: TLS may end at a proxy, and
 * Koa refuses such a cookie on the plain line behind it. What the proxy says of itself is not needed for that.
 */
export default () =>
  (ctx: Context, next: Next): Promise<unknown> => {
    if (settings().secureCookies) ctx.cookies.secure = true;
    return next();
  };
