import type { Core } from '@strapi/strapi';
import { z } from 'zod';

const REFUSAL = 'plugin::virus-scan.refusal';
/** What a text column holds on PostgreSQL. */
const LONGEST_TEXT = 255;

export interface NewRefusal {
  /** Who sent the file; opaque to this plugin. */
  actor: string;
  /** What the file was meant for; opaque to this plugin. */
  scope: string;
  /** The file's name as its sender gave it. */
  name: string;
  /** Bytes that had arrived. */
  size: number;
  /** Of these bytes, in hexadecimal. */
  sha256: string;
  reason: string;
  signature: string | null;
}

const stored = z.object({
  documentId: z.string(),
  refusedAt: z.coerce.date(),
  actor: z.string(),
  scope: z.string(),
  name: z.string(),
  // A big integer comes as text from PostgreSQL and as a number from SQLite.
  size: z.coerce.number(),
  sha256: z.string(),
  reason: z.string(),
  signature: z.string().nullable(),
});

export interface Refusal extends NewRefusal {
  id: string;
  refusedAt: Date;
}

/** PostgreSQL takes neither a NUL nor a text that is too long, and an attempt must be kept whatever it is called. */
const fitting = (text: string): string => [...text.replaceAll('\0', '')].slice(0, LONGEST_TEXT).join('');

/** The files that were not taken, for those who watch over the installation. */
export const createRefusals = ({ strapi }: { strapi: Core.Strapi }, now: () => Date = () => new Date()) => ({
  /** Keeps an attempt. */
  async record({ actor, scope, name, size, sha256, reason, signature }: NewRefusal): Promise<void> {
    await strapi.db.query(REFUSAL).create({
      data: {
        refusedAt: now(),
        actor: fitting(actor),
        scope: fitting(scope),
        name: fitting(name),
        size,
        sha256,
        reason: fitting(reason),
        signature: signature === null ? null : fitting(signature),
      },
    });
  },

  /** The newest attempts first, at most `limit`; with `scopes`, only theirs, so none for an empty list. */
  async list({ scopes, limit }: { scopes?: string[]; limit: number }): Promise<Refusal[]> {
    const rows: unknown = await strapi.db.query(REFUSAL).findMany({
      where: scopes === undefined ? {} : { scope: { $in: scopes } },
      orderBy: [{ refusedAt: 'desc' }, { id: 'desc' }],
      limit,
    });
    return z
      .array(stored)
      .parse(rows)
      .map(({ documentId, ...refusal }) => ({ id: documentId, ...refusal }));
  },
});

export type Refusals = ReturnType<typeof createRefusals>;
