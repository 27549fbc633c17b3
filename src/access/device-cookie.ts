import type { Context } from 'koa';
import { settings } from '../settings';

/**
 * `device` tells a browser in which an account has fully signed in; `unlock` one in which a mailed link was used to
 * get past a lock. Neither opens anything: both only say on which counter a wrong password counts.
 */
type Mark = 'device' | 'unlock';

const HOUR_MS = 3_600_000;
const LIFE_MS: Record<Mark, number> = { device: 365 * 24 * HOUR_MS, unlock: HOUR_MS };

const cookieName = (mark: Mark): string =>
  settings().secureCookies ? `__Secure-aktenpoort_${mark}` : `aktenpoort_${mark}`;

export const markOf = (ctx: Context, mark: Mark): string | undefined =>
  ctx.cookies.get(cookieName(mark), { signed: false });

/** Only sign-in and what asks for the password again get it. */
const PATH = '/api/portal';

export const setMark = (ctx: Context, mark: Mark, value: string | null): void => {
  const { secureCookies: secure } = settings();
  ctx.cookies.secure = secure;
  ctx.cookies.set(cookieName(mark), value, {
    path: PATH,
    httpOnly: true,
    sameSite: 'strict',
    secure,
    signed: false,
    overwrite: true,
    ...(value !== null && { maxAge: LIFE_MS[mark] }),
  });
};
