import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** By this file a folder is known to be a demo's. */
export const SECRETS_FILE = 'secrets.json';

const secret = () => randomBytes(32).toString('base64');

const newSecrets = () => ({
  APP_KEYS: `${secret()},${secret()}`,
  ADMIN_JWT_SECRET: secret(),
  API_TOKEN_SALT: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  JWT_SECRET: secret(),
  ENCRYPTION_KEY: secret(),
  DOCUMENT_KEY: `demo:${secret()}`,
  PROOF_KEY: secret(),
});

/** The secrets of this demo, made once and kept: with others, nobody would stay signed in. */
const secretsOf = (folder) => {
  const file = path.join(folder, SECRETS_FILE);
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const secrets = { ...newSecrets(), ...kept };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
};

/**
 * The environment in which the demo's Strapi runs: as in production, on SQLite, all data below `folder`.
 * @param {{ folder: string, port: number, smtpPort: number, scanner: Record<string, string>,
 *   sms: Record<string, string> }} demo
 */
export const demoSettings = ({ folder, port, smtpPort, scanner, sms }) => {
  mkdirSync(path.join(folder, 'documents'), { recursive: true });
  return {
    ...secretsOf(folder),
    ...scanner,
    ...sms,
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    // By name: browsers keep passkeys for no number.
    PUBLIC_URL: `http://localhost:${port}`,
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: path.join(folder, 'data.db'),
    DOCUMENT_FOLDER: path.join(folder, 'documents'),
    SPOOL_FOLDER: path.join(folder, 'spool'),
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(smtpPort),
    MAIL_FROM: 'Kantoor De Vries <portal@devries.example>',
    STRAPI_TELEMETRY_DISABLED: 'true',
  };
};
