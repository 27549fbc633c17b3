import type { Context, Next } from 'koa';
import { refuse } from '../contract/refuse';
import { answerRefusal } from '../http/answer-refusal';
import { settings } from '../settings';

/** A year: so long a browser that was here once never asks in plain again. */
const REMEMBERED = 'max-age=31536000';

/** Whether the proxy that ends TLS heard this one without. One that says nothing has been told to pass on https alone. */
const isPlain = (ctx: Context): boolean => {
  const [heard = ''] = ctx.get('X-Forwarded-Proto').split(',');
  return heard.trim().toLowerCase() === 'http';
};

/** Who only looks is led on; what was sent in plain is not answered as if it had been a secret. */
const leadToHttps = (ctx: Context): void => {
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
    answerRefusal(ctx, refuse('https-required', `A ${ctx.method} without TLS`));
    return;
  }
  const path = ctx.url.startsWith('/') ? ctx.url : '/';
  ctx.redirect(`${new URL(settings().publicUrl).origin}${path}`);
  ctx.status = 308;
};

/**
 * Where the firm's address is https (R20), everything is: the plain address leads there, browsers remember it, and
 * cookies say `Secure`. That they do on every connection: TLS may end at a proxy, and Koa refuses such a cookie on the plain
 * line behind it.
 */
export default () =>
  (ctx: Context, next: Next): unknown => {
    if (!settings().secureCookies) return next();
    if (isPlain(ctx)) return leadToHttps(ctx);
    ctx.cookies.secure = true;
    ctx.set('Strict-Transport-Security', REMEMBERED);
    return next();
  };
