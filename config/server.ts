import type { Core } from '@strapi/strapi';
import { UPLOAD_MAX_MS } from './reading/limits';
import { publicUrl } from './reading/public-url';
import { required } from './reading/required';

/** How long a line may take to say what it wants: Node's own minute. */
const HEADERS_MAX_MS = 60_000;

/**
 * How long an idle line stays open: longer than the proxies before it keep theirs (nginx one minute, Caddy two). Who
 * hangs up first must be the proxy: a request sent on a line that the server is just closing is lost.
 */
const IDLE_MAX_MS = 125_000;

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: publicUrl(env),
  app: { keys: required(env, 'APP_KEYS').split(',') },
  proxy: { koa: false },
  http: {
    serverOptions: {
      // Node cuts off a request after five minutes, too early for a large file on a slow line.
      requestTimeout: UPLOAD_MAX_MS,
      headersTimeout: HEADERS_MAX_MS,
      keepAliveTimeout: IDLE_MAX_MS,
    },
  },
  logger: { updates: { enabled: false }, startup: { enabled: env.bool('STARTUP_BANNER', false) } },
  transfer: { remote: { enabled: false } },
});
