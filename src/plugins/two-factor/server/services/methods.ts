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
  handle: z.string().nullable(),
  /** Past what a database's integer holds; PostgreSQL gives it as text. */
  counter: z.coerce.number(),
  label: z.string(),
  confirmed_at: moment,
  last_used_at: moment,
});

const date = (stored: z.infer<typeof moment>): Date | null => (stored === null ? null : new Date(stored));

const asMethod = (stored: z.infer<typeof row>): Method => ({
  id: stored.document_id,
  kind: stored.kind,
  data: JSON.parse(stored.data) as unknown,
  handle: stored.handle,
  counter: stored.counter,
  label: stored.label,
  confirmedAt: date(stored.confirmed_at),
  lastUsedAt: date(stored.last_used_at),
});

const methodsOf = (rows: unknown): Method[] => z.array(row).parse(rows).map(asMethod);

export interface NewMethod {
  kind: MethodKind;
  data: object;
  label: string;
  /** By which it can be found; no two methods have the same. */
  handle?: string;
}

/** What was learnt of a method while it was confirmed. */
export interface Learnt {
  /** In place of its data. */
  data?: object;
  counter?: number;
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

    /** Which kinds each of these subjects has, in one query. */
    async kindsOf(subjects: string[], db: Db = pool()): Promise<Map<string, MethodKind[]>> {
      const rows = await db(METHODS)
        .whereIn('subject', subjects)
        .whereNotNull('confirmed_at')
        .distinct<{ subject: string; kind: MethodKind }[]>('subject', 'kind')
        .orderBy('kind');
      const kinds = new Map<string, MethodKind[]>();
      for (const { subject, kind } of rows) kinds.set(subject, [...(kinds.get(subject) ?? []), kind]);
      return kinds;
    },

    /** Writes a method that is still to be confirmed; gives its id. Earlier beginnings of the kind are forgotten. */
    async begin(subject: string, { data, ...method }: NewMethod, db: Db = pool()): Promise<string> {
      await db(METHODS).where({ subject, kind: method.kind, confirmed_at: null }).delete();
      const begun = rowOf(now());
      await db(METHODS).insert({ ...begun, ...method, subject, counter: 0, data: JSON.stringify(data) });
      return begun.document_id;
    },

    /** A method that is being set up; nothing where it took too long, or is somebody else's. */
    async begun(subject: string, id: string, db: Db = pool()): Promise<Method | undefined> {
      const rows: unknown = await db(METHODS)
        .where({ subject, document_id: id, confirmed_at: null })
        .where('created_at', '>', after(now(), -SET_UP_WITHIN_MS));
      return methodsOf(rows)[0];
    },

    /** Puts a method into use; true for the one caller who did. */
    async confirm(
      subject: string,
      id: string,
      db: Db = pool(),
      { data, counter }: Learnt = {},
    ): Promise<boolean> {
      const time = now();
      const learnt = {
        ...(data && { data: JSON.stringify(data) }),
        ...(counter !== undefined && { counter }),
      };
      const confirmed: number = await db(METHODS)
        .where({ subject, document_id: id, confirmed_at: null })
        .update({ ...learnt, confirmed_at: time, updated_at: time });
      return confirmed === 1;
    },

    /**
     * Moves the counter of a method in use; false where it is there or further already. One statement: of two who
     * bring the same, one finds it unused. What does not count stays at 0.
     */
    async advance(id: string, counter: number): Promise<boolean> {
      const advanced: number = await pool()(METHODS)
        .where({ document_id: id })
        .whereNotNull('confirmed_at')
        .where((behind) => {
          void behind.where('counter', '<', counter);
          if (counter === 0) void behind.orWhere('counter', 0);
        })
        .update({ counter, updated_at: now() });
      return advanced === 1;
    },

    /** The method in use of this handle, and whose it is; nothing where there is none. */
    async ofHandle(
      kind: MethodKind,
      handle: string,
    ): Promise<{ subject: string; method: Method } | undefined> {
      const found: unknown = await pool()(METHODS)
        .where({ kind, handle })
        .whereNotNull('confirmed_at')
        .first('*');
      const owned = row.extend({ subject: z.string() }).optional().parse(found);
      return owned && { subject: owned.subject, method: asMethod(owned) };
    },

    /** Gives a method another name; false where the subject has none of this id and kind. */
    async rename(subject: string, kind: MethodKind, id: string, label: string): Promise<boolean> {
      const renamed: number = await inUse(pool(), subject)
        .where({ document_id: id, kind })
        .update({ label, updated_at: now() });
      return renamed === 1;
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
      for (const method of methodsOf(await inUse(pool(), subject).where({ kind }))) {
        if (!(await judged.judge({ method, subject, ...proof }))) continue;
        await pool()(METHODS).where({ document_id: method.id }).update({ last_used_at: now() });
        return true;
      }
      return false;
    },
  };
};

export type Methods = ReturnType<typeof createMethods>;
