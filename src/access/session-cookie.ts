import type { Context } from 'koa';
import { settings } from '../settings';

/**
 * `session` opens the portal; `sign_in` opens nothing but the second step of a sign-in; `passkey` opens nothing, and
 * says that a passkey was asked of this browser.
 */
type Purpose = 'session' | 'sign_in' | 'passkey';

/** `__Host-` binds the cookie to this host, this path and https; browsers refuse it otherwise. */
const cookieName = (purpose: Purpose): string =>
  settings().secureCookies ? `__Host-aktenpoort_${purpose}` : `aktenpoort_${purpose}`;

/** The cookie ends with the browser; the times of what it stands for are kept by the server. */
const write = (ctx: Context, purpose: Purpose, token: string | null): void => {
  // TLS may end at a proxy: what counts is the address the firm has configured, not this connection.
  ctx.cookies.secure = settings().secureCookies;
  ctx.cookies.set(cookieName(purpose), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: settings().secureCookies,
    path: '/',
    signed: false,
    overwrite: true,
  });
};

/** The token that the browser sent for this purpose. */
export const tokenOf = (ctx: Context, purpose: Purpose): string | undefined =>
  ctx.cookies.get(cookieName(purpose), { signed: false });

/** Takes back a cookie that the browser sent. */
const clear = (ctx: Context, purpose: Purpose): void => {
  if (tokenOf(ctx, purpose) !== undefined) write(ctx, purpose, null);
};

export const setSessionCookie = (ctx: Context, token: string): void => write(ctx, 'session', token);
export const clearSessionCookie = (ctx: Context): void => clear(ctx, 'session');
export const setSignInCookie = (ctx: Context, token: string): void => write(ctx, 'sign_in', token);
export const clearSignInCookie = (ctx: Context): void => clear(ctx, 'sign_in');
export const setPasskeyCookie = (ctx: Context, token: string): void => write(ctx, 'passkey', token);
export const clearPasskeyCookie = (ctx: Context): void => clear(ctx, 'passkey');
