import type { Core } from '@strapi/strapi';
import { required } from './reading/required';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', 'http://127.0.0.1:1337'),
  app: { keys: required(env, 'APP_KEYS').split(',') },
  proxy: { koa: false },
  logger: { updates: { enabled: false }, startup: { enabled: env.bool('STARTUP_BANNER', false) } },
  transfer: { remote: { enabled: false } },
});
