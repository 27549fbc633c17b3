import type { Core } from '@strapi/strapi';
import { isHttps } from './reading/public-url';
import { required } from './reading/required';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: {
    secret: required(env, 'ADMIN_JWT_SECRET'),
    cookie: { sameSite: 'strict', secure: isHttps(env) },
    sessions: { maxRefreshTokenLifespan: 60 * 60 * 24 * 7, maxSessionLifespan: 60 * 60 * 12 },
  },
  apiToken: { salt: required(env, 'API_TOKEN_SALT') },
  transfer: { token: { salt: required(env, 'TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false },
  watchIgnoreFiles: ['**/src/portal/**', '**/tests/**', '**/.demo/**'],
});
