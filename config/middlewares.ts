/**
 * The order matters: `front` takes the portal's and the desk's requests, which then pass untouched through
 * Strapi's own layers (src/index.ts makes those step aside); `portal-app` serves the client app's files.
 */
export default [
  'strapi::logger',
  'global::front',
  'global::portal-app',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::query',
  'strapi::body',
  { name: 'strapi::favicon', config: { path: './public/favicon.png' } },
  'strapi::public',
  'global::case-types',
];
