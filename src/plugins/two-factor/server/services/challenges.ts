import type { Core } from '@strapi/strapi';
import { configOf } from '../config';
import { CHALLENGES } from '../content-types/challenge';
import { CODES } from '../content-types/code';
import { after, rowOf, type Db } from '../rows';

/** Occasions on which a subject is to prove itself: short-lived, with few tries, counted in the database. */
export const createChallenges = ({ strapi }: { strapi: Core.Strapi }, now: () => Date = () => new Date()) => {
  const pool = (): Db => strapi.db.connection;

  return {
    /** Opens a challenge for the subject, and forgets those of anybody that are over. */
    async open(subject: string, db: Db = pool()): Promise<string> {
      const { challengeMs, tries } = configOf(strapi);
      const time = now();
      for (const table of [CHALLENGES, CODES]) await db(table).where('expires_at', '<', time).delete();
      const row = rowOf(time);
      const expires_at = after(time, challengeMs);
      await db(CHALLENGES).insert({ ...row, subject, expires_at, tries_left: tries });
      return row.document_id;
    },

    /**
     * Takes one of the challenge's tries, before anything is judged; false where none is left, where it is over,
     * and where it is somebody else's. No code that is asked for gives a try back.
     */
    async takeTry(id: string, subject: string): Promise<boolean> {
      const time = now();
      const taken: number = await pool()(CHALLENGES)
        .where({ document_id: id, subject })
        .where('expires_at', '>', time)
        .where('tries_left', '>', 0)
        .update({ tries_left: strapi.db.connection.raw('tries_left - 1'), updated_at: time });
      return taken === 1;
    },

    /** Ends the challenge with its codes; true for the one caller who ended it. */
    async close(id: string, db: Db = pool()): Promise<boolean> {
      await db(CODES).where({ challenge: id }).delete();
      const closed: number = await db(CHALLENGES).where({ document_id: id }).delete();
      return closed === 1;
    },
  };
};

export type Challenges = ReturnType<typeof createChallenges>;
