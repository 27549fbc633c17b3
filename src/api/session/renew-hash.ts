import { database } from '../../db';
import { hashPassword, isOutdated } from './hashing';

/**
 * Hashes a password anew that has just been judged right, where its hash was made by a weaker way than today's
 * (R21), and gives the hash to go on with. A password that was changed meanwhile stays as it was changed.
 */
export const renewHash = async (
  account: { id: number; password: string },
  typed: string,
): Promise<string> => {
  const { id, password: stored } = account;
  if (!isOutdated(stored)) return stored;
  const renewed = await hashPassword(typed);
  const written: number = await database()('up_users')
    .where({ id, password: stored })
    .update({ password: renewed });
  return written === 1 ? renewed : stored;
};
