/** A key of the firm that wraps the documents' own keys. */
export interface DocumentKeySetting {
  id: string;
  /** 32 bytes in base64; null where the key is in a KMS, and `id` is its ARN. */
  secret: string | null;
}

/** What `config/portal.ts` read from the environment. */
export interface Settings {
  publicUrl: string;
  secureCookies: boolean;
  trustedProxies: string[];
  mailFrom: string;
  documents: { keys: DocumentKeySetting[]; kmsEndpoint: string; bucket: string };
  upload: { maxBytes: number; spoolFolder: string };
}

export const settings = (): Settings => strapi.config.get<Settings>('portal');
