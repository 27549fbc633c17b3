import { createHash } from 'node:crypto';
import { CEREMONIES } from '../content-types/ceremony';
import { rowOf, type Db } from '../rows';

export type Purpose = 'make' | 'prove';

interface Ceremony {
  purpose: Purpose;
  /** What may answer it: one session, one sign-in, one browser. */
  boundTo: string;
  challenge: string;
}

const hashed = (challenge: string): string => createHash('sha256').update(challenge).digest('hex');

/** Remembers what a device was asked to sign, and forgets whatever is too old. A new one ends the one before. */
export const keepCeremony = async (
  db: Db,
  { purpose, boundTo, challenge }: Ceremony,
  time: Date,
  expiresAt: Date,
): Promise<void> => {
  await db(CEREMONIES).where('expires_at', '<=', time).delete();
  await db(CEREMONIES).where({ purpose, bound_to: boundTo }).delete();
  const values = { purpose, bound_to: boundTo, challenge_hash: hashed(challenge), expires_at: expiresAt };
  await db(CEREMONIES).insert({ ...rowOf(time), ...values });
};

/** True once for what was asked, of who was asked, in its time. */
export const endCeremony = async (
  db: Db,
  { purpose, boundTo, challenge }: Ceremony,
  time: Date,
): Promise<boolean> => {
  const ended: number = await db(CEREMONIES)
    .where({ purpose, bound_to: boundTo, challenge_hash: hashed(challenge) })
    .where('expires_at', '>', time)
    .delete();
  return ended === 1;
};
