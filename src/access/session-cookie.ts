import type { Context } from 'koa';
import { settings } from '../settings';

/** `__Host-` binds the cookie to this host, this path and https; browsers refuse it otherwise. */
export const cookieName = (): string =>
  settings().secureCookies ? '__Host-aktenpoort_session' : 'aktenpoort_session';

/** What the browser holds of its session; nothing where it holds none. */
export const sessionToken = (ctx: Context): string | undefined =>
  ctx.cookies.get(cookieName(), { signed: false });

const options = () => ({
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: settings().secureCookies,
  path: '/',
  signed: false,
  overwrite: true,
});

/** The cookie ends with the browser; the session's own times are kept by the server. */
export const setSessionCookie = (ctx: Context, token: string): void => {
  // TLS may end at a proxy: what counts is the address the firm has configured, not this connection.
  ctx.cookies.secure = settings().secureCookies;
  ctx.cookies.set(cookieName(), token, options());
};

export const clearSessionCookie = (ctx: Context): void => {
  ctx.cookies.secure = settings().secureCookies;
  ctx.cookies.set(cookieName(), null, options());
};
