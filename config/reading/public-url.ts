import type { Core } from '@strapi/strapi';

/** The address people type, without a slash at the end. */
export const publicUrl = (env: Core.Config.Shared.ConfigParams['env']): string =>
  env('PUBLIC_URL', 'http://127.0.0.1:1337').replace(/\/+$/, '');

/** Whether people come by https; TLS may end at a proxy, so that the server itself cannot know. */
export const isHttps = (env: Core.Config.Shared.ConfigParams['env']): boolean =>
  new URL(publicUrl(env)).protocol === 'https:';
