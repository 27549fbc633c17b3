import { createId } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { hashCode, isCode, newCode } from '../code';
import { configOf } from '../config';
import { CHALLENGES } from '../content-types/challenge';

export interface Challenge {
  id: string;
  /** To be sent to the subject and kept nowhere. */
  code: string;
  expiresAt: Date;
}

const taken = z.array(z.object({ code_hash: z.string() }));

/** Codes for a second step: single use, short-lived, with few tries, counted in the database. */
export const createChallenges = ({ strapi }: { strapi: Core.Strapi }, now: () => Date = () => new Date()) => {
  const challenges = () => strapi.db.getConnection(CHALLENGES);
  const open = (time: Date) => challenges().whereNull('used_at').where('expires_at', '>', time);

  return {
    /** Makes a new code for the subject; its earlier codes are dead from now on. */
    async begin(subject: string): Promise<Challenge> {
      const { lifetimeMs, tries } = configOf(strapi);
      const time = now();
      const id = createId();
      const code = newCode();
      const expiresAt = new Date(time.getTime() + lifetimeMs);
      const times = { created_at: time, updated_at: time, published_at: time, expires_at: expiresAt };
      const code_hash = await hashCode(code);
      await open(time).where({ subject }).update({ used_at: time, updated_at: time });
      await challenges().insert({ document_id: id, subject, code_hash, tries_left: tries, ...times });
      return { id, code, expiresAt };
    },

    /** True once for the right code of this subject; every call takes one of the tries, before it is judged. */
    async verify(id: string, subject: string, code: string): Promise<boolean> {
      const time = now();
      const rows: unknown = await open(time)
        .where({ document_id: id, subject })
        .where('tries_left', '>', 0)
        .update({ tries_left: strapi.db.connection.raw('tries_left - 1'), updated_at: time })
        .returning('code_hash');
      const [challenge] = taken.parse(rows);
      if (!challenge || !(await isCode(code, challenge.code_hash))) return false;
      // Two right answers at once: only the one that closes the challenge counts.
      const used: number = await open(time)
        .where({ document_id: id })
        .update({ used_at: time, updated_at: time });
      return used === 1;
    },
  };
};

export type Challenges = ReturnType<typeof createChallenges>;
