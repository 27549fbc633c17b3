import type { Core } from '@strapi/strapi';
import { publicUrl } from './reading/public-url';

/**
 * The order matters: `front` takes the portal's and the desk's requests, which then pass untouched through
 * Strapi's own layers (src/index.ts makes those step aside); `portal-app` serves the client app's files.
 */
export default ({ env }: Core.Config.Shared.ConfigParams) => [
  'global::client-address',
  'global::https',
  'global::request-log',
  'global::front',
  'global::portal-app',
  'strapi::errors',
  // `global::https` says it, where there is https.
  { name: 'strapi::security', config: { hsts: false } },
  // Strapi's default lets every page on the internet read what the admin panel answers to its reader's cookie.
  { name: 'strapi::cors', config: { origin: [new URL(publicUrl(env)).origin] } },
  'strapi::query',
  'strapi::body',
  { name: 'strapi::favicon', config: { path: './public/favicon.png' } },
  'strapi::public',
  'global::case-types',
];
