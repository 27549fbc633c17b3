import type { Core } from '@strapi/strapi';
import { UPLOAD_MAX_MS } from './reading/limits';
import { publicUrl } from './reading/public-url';
import { required } from './reading/required';

/** How long a line may take to say what it wants: Node's own minute. */
const HEADERS_MAX_MS = 60_000;

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: publicUrl(env),
  app: { keys: required(env, 'APP_KEYS').split(',') },
  proxy: { koa: false },
  // Node cuts off a request after five minutes, too early for a large file on a slow line.
  http: { serverOptions: { requestTimeout: UPLOAD_MAX_MS, headersTimeout: HEADERS_MAX_MS } },
  logger: { updates: { enabled: false }, startup: { enabled: env.bool('STARTUP_BANNER', false) } },
  transfer: { remote: { enabled: false } },
});
