import type { Core } from '@strapi/strapi';
import { documentKeys } from './reading/document-keys';
import { spoolFolder } from './reading/folders';
import { UPLOAD_MAX_BYTES } from './reading/limits';
import { isHttps, publicUrl } from './reading/public-url';
import { trustedProxies } from './reading/trusted-proxies';

/** The house's own settings; read them with `strapi.config.get('portal')` through `src/settings.ts`. */
export default ({ env }: Core.Config.Shared.ConfigParams) => ({
  /** The address people type, without a slash at the end; mails link to it. */
  publicUrl: publicUrl(env),
  /** Cookies carry `Secure` and the `__Host-` prefix. Off only where the address is plain http. */
  secureCookies: isHttps(env),
  /** Who may say with `X-Forwarded-For` for whom they ask; nobody where it is empty. */
  trustedProxies: trustedProxies(env),
  mailFrom: env('MAIL_FROM', 'Aktenpoort <portal@localhost>'),
  documents: {
    keys: documentKeys(env),
    /** Where the KMS answers; empty for the region's own address. */
    kmsEndpoint: env('DOCUMENT_KMS_ENDPOINT', ''),
    /** Empty where documents are kept in a folder. */
    bucket: env('S3_BUCKET', ''),
  },
  upload: { maxBytes: env.int('UPLOAD_MAX_BYTES', UPLOAD_MAX_BYTES), spoolFolder: spoolFolder(env) },
});
