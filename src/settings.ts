/** The largest file, unless the firm sets another, in bytes. */
export const UPLOAD_MAX_BYTES = 200 * 1024 * 1024;

/** What `config/portal.ts` read from the environment. */
export interface Settings {
  publicUrl: string;
  secureCookies: boolean;
  mailFrom: string;
  session: { idleMinutes: number; overallHours: number };
  upload: { maxBytes: number; spoolFolder: string };
}

export const settings = (): Settings => strapi.config.get<Settings>('portal');
