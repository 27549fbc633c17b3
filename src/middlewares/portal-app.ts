import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import send from 'koa-send';
import { fillPage, type FirstCode, type PageSent } from '../http/page';

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

/** Which files each page needs first, as the build wrote it down. */
const firstCode = async (root: string): Promise<FirstCode> =>
  JSON.parse(await readFile(path.join(root, 'first-code.json'), 'utf8')) as FirstCode;

/** The files of the built app are kept for ever where their name says what is in them. */
const serveFile = async (ctx: Context, root: string, file: string): Promise<void> => {
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

interface Pages {
  firstOf(ctx: Context): Promise<PageSent>;
}

/** Without its answers a page still is one: it asks by itself, and says what is wrong. */
const sentWith = async (ctx: Context, strapi: Core.Strapi): Promise<PageSent | null> => {
  try {
    return await (strapi.service('api::page.first') as Pages).firstOf(ctx);
  } catch (error) {
    strapi.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return null;
  }
};

/** The page is one reader's own: nobody keeps it. */
const servePage = async (ctx: Context, root: string, strapi: Core.Strapi): Promise<void> => {
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Cross-Origin-Resource-Policy', 'same-origin');
  const page = await readFile(path.join(root, 'index.html'), 'utf8').catch(() => null);
  if (page === null) {
    ctx.status = 404;
    return;
  }
  const sent = await sentWith(ctx, strapi);
  ctx.type = 'html';
  ctx.body = sent === null ? page : fillPage(page, sent, await firstCode(root));
};

const isRead = (ctx: Context): boolean => ctx.method === 'GET' || ctx.method === 'HEAD';

/** Serves the built portal. Every address below /portal that is no file's is a page, which the app itself finds. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const root = path.join(strapi.dirs.static.public, 'portal');
  return (ctx: Context, next: Next): Promise<unknown> | undefined => {
    if (PORTAL.test(ctx.path) && isRead(ctx)) {
      ctx.set(HEADERS);
      const file = ctx.path.replace(PORTAL, '');
      return path.extname(file) === '' ? servePage(ctx, root, strapi) : serveFile(ctx, root, file);
    }
    if (ctx.path !== '/') return next();
    ctx.redirect('/portal');
    return undefined;
  };
};
