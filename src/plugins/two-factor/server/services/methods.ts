import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { METHODS } from '../content-types/method';
import { kindOf } from '../kinds';
import { METHOD_KINDS, type Method, type MethodKind } from '../kinds/kind';
import { after, rowOf, type Db } from '../rows';

/** How long one may take to set up a method, in milliseconds. */
const SET_UP_WITHIN_MS = 15 * 60_000;

const moment = z.union([z.date(), z.number(), z.string()]).nullable();
const row = z.object({
  document_id: z.string(),
  kind: z.enum(METHOD_KINDS),
  data: z.string(),
  label: z.string(),
  confirmed_at: moment,
  last_used_at: moment,
});

const date = (stored: z.infer<typeof moment>): Date | null => (stored === null ? null : new Date(stored));

const asMethod = (stored: z.infer<typeof row>): Method => ({
  id: stored.document_id,
  kind: stored.kind,
  data: JSON.parse(stored.data) as unknown,
  label: stored.label,
  confirmedAt: date(stored.confirmed_at),
  lastUsedAt: date(stored.last_used_at),
});

const methodsOf = (rows: unknown): Method[] => z.array(row).parse(rows).map(asMethod);

export interface NewMethod {
  kind: MethodKind;
  data: object;
  label: string;
}

/** What a subject can prove itself with. A method counts from its confirmation on. */
export const createMethods = ({ strapi }: { strapi: Core.Strapi }, now: () => Date = () => new Date()) => {
  const pool = (): Db => strapi.db.connection;
  const inUse = (db: Db, subject: string) => db(METHODS).where({ subject }).whereNotNull('confirmed_at');

  return {
    /** The confirmed methods, the oldest first. */
    async list(subject: string, db: Db = pool()): Promise<Method[]> {
      return methodsOf(await inUse(db, subject).orderBy('id'));
    },

    /** Writes a method that is still to be confirmed; gives its id. Earlier beginnings of the kind are forgotten. */
    async begin(subject: string, { kind, data, label }: NewMethod, db: Db = pool()): Promise<string> {
      await db(METHODS).where({ subject, kind, confirmed_at: null }).delete();
      const begun = rowOf(now());
      await db(METHODS).insert({ ...begun, subject, kind, label, data: JSON.stringify(data) });
      return begun.document_id;
    },

    /** A method that is being set up; nothing where it took too long, or is somebody else's. */
    async begun(subject: string, id: string, db: Db = pool()): Promise<Method | undefined> {
      const rows: unknown = await db(METHODS)
        .where({ subject, document_id: id, confirmed_at: null })
        .where('created_at', '>', after(now(), -SET_UP_WITHIN_MS));
      return methodsOf(rows)[0];
    },

    /** Puts a method into use; true for the one caller who did. What was learnt meanwhile replaces its data. */
    async confirm(subject: string, id: string, db: Db = pool(), data?: object): Promise<boolean> {
      const time = now();
      const learnt = data === undefined ? {} : { data: JSON.stringify(data) };
      const confirmed: number = await db(METHODS)
        .where({ subject, document_id: id, confirmed_at: null })
        .update({ ...learnt, confirmed_at: time, updated_at: time });
      return confirmed === 1;
    },

    /** Removes one method; false where there was none. */
    async remove(subject: string, id: string, db: Db = pool()): Promise<boolean> {
      const removed: number = await inUse(db, subject).where({ document_id: id }).delete();
      return removed === 1;
    },

    /** Removes all of them, begun ones too; says how many were in use. */
    async removeAll(subject: string, db: Db = pool()): Promise<number> {
      const removed: number = await inUse(db, subject).delete();
      await db(METHODS).where({ subject }).delete();
      return removed;
    },

    /** Whether what was given proves one of the subject's methods of this kind. A try was taken before. */
    async verify(
      subject: string,
      kind: MethodKind,
      proof: { challenge: string; given: unknown },
    ): Promise<boolean> {
      const judged = kindOf(strapi, kind);
      if (judged === undefined) return false;
      for (const method of methodsOf(await inUse(pool(), subject).where({ kind }))) {
        if (!(await judged.judge({ method, ...proof }))) continue;
        await pool()(METHODS).where({ document_id: method.id }).update({ last_used_at: now() });
        return true;
      }
      return false;
    },
  };
};

export type Methods = ReturnType<typeof createMethods>;
