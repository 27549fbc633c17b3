import type { Core } from '@strapi/strapi';
import { documentFolder } from './reading/folders';
import { isHttps, publicUrl } from './reading/public-url';
import { required } from './reading/required';
import { UPLOAD_MAX_BYTES, UPLOAD_MAX_MS } from './reading/limits';

type Env = Core.Config.Shared.ConfigParams['env'];

/** In milliseconds. A time-out of the request alone is only a warning, and the upload would wait for ever. */
const S3_TIMES = {
  connectionTimeout: 5_000,
  requestTimeout: 30_000,
  throwOnRequestTimeout: true,
  socketTimeout: 60_000,
};

/**
 * Case files never enter `public/`: the local folder is private, and S3 objects are too. The provider is a package of
 * its own (linked from src/providers), because Strapi puts the name in small letters, which breaks most paths.
 */
const storage = (env: Env) => {
  if (env('S3_BUCKET', '') === '') {
    return {
      provider: 'strapi-provider-upload-private-folder',
      providerOptions: { folder: documentFolder(env) },
    };
  }
  return {
    provider: 'aws-s3',
    providerOptions: {
      s3Options: {
        credentials: { accessKeyId: env('S3_ACCESS_KEY_ID'), secretAccessKey: env('S3_SECRET_ACCESS_KEY') },
        region: env('S3_REGION', 'eu-central-1'),
        endpoint: env('S3_ENDPOINT', '') || undefined,
        forcePathStyle: env.bool('S3_FORCE_PATH_STYLE', false),
        params: { Bucket: env('S3_BUCKET'), ACL: 'private' },
        // Many S3 servers do not know the newest checksums; a sealed file proves itself when it is opened.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
        maxAttempts: 2,
        requestHandler: S3_TIMES,
      },
    },
  };
};

const mail = (env: Env) => ({
  provider: 'nodemailer',
  providerOptions: {
    host: env('SMTP_HOST', '127.0.0.1'),
    port: env.int('SMTP_PORT', 1025),
    secure: env.bool('SMTP_TLS', false),
    ...(env('SMTP_USER', '') === '' ? {} : { auth: { user: env('SMTP_USER'), pass: env('SMTP_PASSWORD') } }),
    // All three are needed: a server that accepts and never answers would hold a mail for ever.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  },
  settings: { defaultFrom: env('MAIL_FROM', 'Aktenpoort <portal@localhost>') },
});

/** Without an account of Twilio no text message is sent, and none is offered as a second step. */
const twilio = (env: Env) =>
  env('TWILIO_ACCOUNT_SID', '') === ''
    ? undefined
    : {
        accountSid: env('TWILIO_ACCOUNT_SID'),
        authToken: env('TWILIO_AUTH_TOKEN'),
        from: env('TWILIO_FROM'),
        baseUrl: env('TWILIO_BASE_URL', '') || undefined,
      };

export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  upload: { config: storage(env) },
  email: { config: mail(env) },
  'users-permissions': {
    config: { jwtSecret: required(env, 'JWT_SECRET'), register: { allowedFields: [] } },
  },
  'virus-scan': {
    enabled: true,
    resolve: './src/plugins/virus-scan',
    config: {
      socket: env('CLAMD_SOCKET', '') || undefined,
      host: env('CLAMD_HOST', '') || undefined,
      port: env.int('CLAMD_PORT', 3310),
      maxBytes: env.int('UPLOAD_MAX_BYTES', UPLOAD_MAX_BYTES),
      silenceMs: env.int('CLAMD_SILENCE_MS', 120_000),
      overallMs: UPLOAD_MAX_MS,
      checkLimits: env.bool('CLAMD_CHECK_LIMITS', true),
    },
  },
  'read-tracking': {
    enabled: true,
    resolve: './src/plugins/read-tracking',
    config: { key: env('PROOF_KEY', '') || undefined, keyFile: env('PROOF_KEY_FILE', '.tmp/proof-key') },
  },
  lockout: {
    enabled: true,
    resolve: './src/plugins/lockout',
    config: { max: env.int('LOCKOUT_AFTER', 3), secureCookies: isHttps(env) },
  },
  'two-factor': {
    enabled: true,
    resolve: './src/plugins/two-factor',
    config: {
      secret: required(env, 'ENCRYPTION_KEY'),
      origin: publicUrl(env),
      twilio: twilio(env),
      smsDeadlineMs: env.int('SMS_DEADLINE_MS', 10_000),
    },
  },
});
