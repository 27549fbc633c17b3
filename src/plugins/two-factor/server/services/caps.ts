import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { CAPS } from '../content-types/cap';
import { after, rowOf, type Db } from '../rows';

export interface Cap {
  /** What is counted: a number, an account, an address. */
  key: string;
  max: number;
  minutes: number;
}

/** Kept as a hash: the table is no list of numbers and addresses. */
const hashed = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Counts how often something is done, in the database, so that all processes count together. */
export const createCaps = ({ strapi }: { strapi: Core.Strapi }, now: () => Date = () => new Date()) => {
  const pool = (): Db => strapi.db.connection;

  const takeOne = async ({ key, max, minutes }: Cap): Promise<boolean> => {
    const time = now();
    const ends_at = after(time, minutes * 60_000);
    const raw = (sql: string, values: (Date | number)[]) => pool().raw(sql, values);
    // One statement: between a reading and a writing there would be room for another.
    const counted: unknown[] = await pool()(CAPS)
      .insert({ ...rowOf(time), key: hashed(key), count: 1, ends_at })
      .onConflict('key')
      .merge({
        count: raw(`case when ${CAPS}.ends_at <= ? then 1 else ${CAPS}.count + 1 end`, [time]),
        ends_at: raw(`case when ${CAPS}.ends_at <= ? then excluded.ends_at else ${CAPS}.ends_at end`, [time]),
        updated_at: time,
      })
      .where((open) => void open.where(`${CAPS}.ends_at`, '<=', time).orWhere(`${CAPS}.count`, '<', max))
      .returning('id');
    return counted.length > 0;
  };

  return {
    /** Counts one more time under every cap, in their order; false at the first that is reached. */
    async take(caps: Cap[]): Promise<boolean> {
      // What is over counts for nobody any more.
      await pool()(CAPS)
        .where('ends_at', '<', after(now(), -24 * 3_600_000))
        .delete();
      for (const cap of caps) if (!(await takeOne(cap))) return false;
      return true;
    },

    /** Takes back what was counted for something that then did not happen. */
    async giveBack(caps: Cap[]): Promise<void> {
      const keys = caps.map(({ key }) => hashed(key));
      await pool()(CAPS)
        .whereIn('key', keys)
        .where('count', '>', 0)
        .update({ count: pool().raw('count - 1'), updated_at: now() });
    },
  };
};

export type Caps = ReturnType<typeof createCaps>;
