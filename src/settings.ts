/** What `config/portal.ts` read from the environment. */
export interface Settings {
  publicUrl: string;
  secureCookies: boolean;
  trustedProxies: string[];
  mailFrom: string;
  upload: { maxBytes: number; spoolFolder: string };
}

export const settings = (): Settings => strapi.config.get<Settings>('portal');
