import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { RECOVERY_CODES } from '../content-types/recovery-code';
import { hashRecoveryCode, newRecoveryCode } from '../recovery';
import { rowOf, type Db } from '../rows';

const made = z.object({ made_at: z.union([z.date(), z.number(), z.string()]) }).optional();

/** One code a subject, for the day on which nothing else is at hand. */
export const createRecovery = ({ strapi }: { strapi: Core.Strapi }, now: () => Date = () => new Date()) => {
  const pool = (): Db => strapi.db.connection;
  const codeOf = (db: Db, subject: string, code: string) =>
    db(RECOVERY_CODES).where({ subject, code_hash: hashRecoveryCode(code) });

  return {
    /** Makes a new code in place of the old one; it is told this once. */
    async make(subject: string, db: Db = pool()): Promise<string> {
      const code = newRecoveryCode();
      const time = now();
      const values = { code_hash: hashRecoveryCode(code), made_at: time, updated_at: time };
      await db(RECOVERY_CODES)
        .insert({ ...rowOf(time), subject, ...values })
        .onConflict('subject')
        .merge(values);
      return code;
    },

    /** Uses the code up; true once for the right one. */
    async use(subject: string, code: string, db: Db = pool()): Promise<boolean> {
      const used: number = await codeOf(db, subject, code).delete();
      return used === 1;
    },

    /** Whether this is the subject's code; it stays good. */
    async isCurrent(subject: string, code: string): Promise<boolean> {
      const row: unknown = await codeOf(pool(), subject, code).first('id');
      return row !== undefined;
    },

    /** When the subject's code was made; null where there is none. */
    async madeAt(subject: string, db: Db = pool()): Promise<Date | null> {
      const row = made.parse(await db(RECOVERY_CODES).where({ subject }).first('made_at'));
      return row === undefined ? null : new Date(row.made_at);
    },

    async remove(subject: string, db: Db = pool()): Promise<void> {
      await db(RECOVERY_CODES).where({ subject }).delete();
    },
  };
};

export type Recovery = ReturnType<typeof createRecovery>;
