import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { configOf } from '../config';
import type { LoggedEvent } from '../log/event';
import { signingKey, type SigningKey } from '../signing-key';

interface Sealing {
  scope: string;
  /** What the scope is, in the host's words. */
  about: Record<string, string>;
  exportedAt: Date;
  /** What is handed over together with the export; their contents are signed with it. */
  files: { name: string; content: Buffer }[];
  /** The whole chain, from its beginning. */
  events: LoggedEvent[];
}

/** Spaces and order are part of the form: whoever checks writes it again, and every byte has to be the same. */
const written = (body: object): string => JSON.stringify(body, null, 1);

/** Makes exports that are checked without this server. */
export const createExports = ({ strapi }: { strapi: Core.Strapi }) => {
  let kept: SigningKey | undefined;
  const key = (): SigningKey => (kept ??= signingKey(configOf(strapi)));
  return {
    key,

    /** The chain as signed JSON (README.md). */
    seal({ scope, about, exportedAt, files, events }: Sealing): string {
      const { id: keyId, publicKey } = key();
      const body = {
        format: 'read-tracking-export/1',
        scope,
        about: Object.entries(about).map(([name, value]) => ({ name, value })),
        exportedAt: exportedAt.toISOString(),
        files: files.map(({ name, content }) => ({
          name,
          sha256: createHash('sha256').update(content).digest('hex'),
        })),
        events: events.map(({ scope: _scope, ...event }) => event),
        keyId,
        publicKey,
      };
      return `${written({ ...body, signature: key().sign(written(body)) })}\n`;
    },
  };
};

export type Exports = ReturnType<typeof createExports>;
