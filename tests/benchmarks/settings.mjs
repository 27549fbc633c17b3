import path from 'node:path';

/** The environment of a portal that is measured: as in production, with all its data below `folder`. */
export const settings = (folder) => ({
  NODE_ENV: 'production',
  APP_KEYS: 'one,two',
  ADMIN_JWT_SECRET: 'bench',
  API_TOKEN_SALT: 'bench',
  TRANSFER_TOKEN_SALT: 'bench',
  JWT_SECRET: 'bench',
  ENCRYPTION_KEY: 'bench',
  DOCUMENT_KEY: `bench:${Buffer.alloc(32).toString('base64')}`,
  DATABASE_CLIENT: 'sqlite',
  DATABASE_FILENAME: path.join(folder, 'data.db'),
  DOCUMENT_FOLDER: path.join(folder, 'documents'),
  STRAPI_TELEMETRY_DISABLED: 'true',
});
