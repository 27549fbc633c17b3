import path from 'node:path';
import type { Context, Next } from 'koa';
import send from 'koa-send';

const PORTAL = /^\/portal(\/|$)/;

/** The whole app is in its own files: nothing inline, nothing from elsewhere, no frame around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

const isHashed = (file: string): boolean => file.startsWith('assets/');

/** A file of the built app; every other address below /portal is a page, which the app itself finds. */
const fileOf = (ctx: Context): string => {
  const rest = ctx.path.replace(PORTAL, '');
  return path.extname(rest) === '' ? 'index.html' : rest;
};

const serve = async (ctx: Context, root: string): Promise<void> => {
  ctx.set(HEADERS);
  const file = fileOf(ctx);
  ctx.set('Cache-Control', isHashed(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
  // Beside each file lie its compressed forms, made by the build.
  ctx.vary('Accept-Encoding');
  try {
    await send(ctx, file, { root, brotli: true, gzip: true });
  } catch {
    // Not there, or an address that tries to leave the folder: both are simply not found.
    ctx.status = 404;
  }
};

const isRead = (ctx: Context): boolean => ctx.method === 'GET' || ctx.method === 'HEAD';

/** Serves the built portal. Hashed files are kept for ever, the page itself never. */
export default (_config: unknown, { strapi }: { strapi: { dirs: { static: { public: string } } } }) => {
  const root = path.join(strapi.dirs.static.public, 'portal');
  return (ctx: Context, next: Next): Promise<unknown> | undefined => {
    if (PORTAL.test(ctx.path) && isRead(ctx)) return serve(ctx, root);
    if (ctx.path !== '/') return next();
    ctx.redirect('/portal');
    return undefined;
  };
};
