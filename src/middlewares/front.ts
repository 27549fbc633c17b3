import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { refuse } from '../contract/refuse';
import { answerRefusal, codeOfStatus } from '../http/answer-refusal';
import { readBody } from '../http/json-body';
import { isOurs } from '../http/ours';
import { ownRoutes } from '../http/own-routes';
import { settings } from '../settings';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Our own pages have the host that was asked, or the firm's address, which a proxy may have asked under another
 * host. `null` (a sandboxed page) and whatever is no address are no page of ours.
 */
const isOwnOrigin = (ctx: Context, origin: string): boolean =>
  URL.canParse(origin) &&
  (new URL(origin).host === ctx.host || origin === new URL(settings().publicUrl).origin);

const OWN_SITE = new Set(['same-origin', 'none']);

/**
 * A request that changes something must come from our own pages; other sites' pages say so in these headers.
 * Where both are there, both must say that it is ours.
 */
const requireOwnOrigin = (ctx: Context): void => {
  if (SAFE.has(ctx.method)) return;
  const site = ctx.get('Sec-Fetch-Site');
  const origin = ctx.get('Origin');
  const isForeign = (site !== '' && !OWN_SITE.has(site)) || (origin !== '' && !isOwnOrigin(ctx, origin));
  if (isForeign) throw refuse('foreign-origin', `A ${ctx.method} from ${origin}`);
};

/** What Strapi answered by itself is said again in the contract's form: no such route or method, no admin session. */
const requireAnswer = (ctx: Context): void => {
  if (ctx.status < 400) return;
  throw refuse(codeOfStatus(ctx.status), `Strapi answered ${ctx.method} ${ctx.path} with ${ctx.status}`);
};

const headers = (ctx: Context): void => {
  ctx.set('Cache-Control', 'no-store');
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Referrer-Policy', 'no-referrer');
  ctx.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  ctx.set('Cross-Origin-Resource-Policy', 'same-origin');
};

/**
 * Answers the portal's and the desk's requests ahead of Strapi's own stack: nothing is cached, every
 * refusal has the contract's form, no body is parsed but JSON, and no foreign page gets to change anything.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  let routes: ReturnType<typeof ownRoutes> | undefined;
  return async (ctx: Context, next: Next): Promise<void> => {
    if (!isOurs(ctx.path)) return next();
    headers(ctx);
    try {
      requireOwnOrigin(ctx);
      await readBody(ctx);
      // Strapi knows its routes when it has started, after this layer was made.
      routes ??= ownRoutes(strapi);
      await routes(ctx, next);
      requireAnswer(ctx);
    } catch (error) {
      answerRefusal(ctx, error);
    }
  };
};
