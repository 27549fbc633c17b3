import type { Core } from '@strapi/strapi';
import { configOf } from './config';

const YEAR_MS = 365 * 86_400_000;

/** The admin panel's cookie that tells a known device, of the request that is being answered. */
export const deviceCookie = (strapi: Core.Strapi) => {
  const { secureCookies: secure } = configOf(strapi);
  const name = secure ? '__Secure-lockout_device' : 'lockout_device';
  return {
    value: (): string | undefined => strapi.requestContext.get()?.cookies.get(name, { signed: false }),
    set: (value: string): void => {
      const cookies = strapi.requestContext.get()?.cookies;
      if (cookies === undefined) return;
      // TLS may end at a proxy: what counts is what was configured, not this connection.
      cookies.secure = secure;
      const where = { path: '/admin', httpOnly: true, sameSite: 'strict' as const, secure };
      cookies.set(name, value, { ...where, maxAge: YEAR_MS, signed: false, overwrite: true });
    },
  };
};
