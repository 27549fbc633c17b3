import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { verify as verifyBcrypt } from '@node-rs/bcrypt';
import { takingTurns } from './turns';

/** OWASP's second recommendation for argon2id; the work is done off the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashing shares the machine, and Node's few threads, with everything else: one core is left free. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);
/** A rest as long as the work: twice the sign-ins a second would double what others wait (measured, `npm run bench`). */
const PAUSES = 1;
const inTurn = takingTurns(AT_ONCE, PAUSES);

const typed = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(typed(password), COST));

/** Bcrypt, by which Strapi hashes, looks at so many bytes alone; nobody had a longer password. */
const BCRYPT_MAX_BYTES = 72;
const isBcrypt = (stored: string): boolean => /^\$2[aby]\$/.test(stored);

const verifyOld = async (stored: string, password: string): Promise<boolean> =>
  Buffer.byteLength(password) <= BCRYPT_MAX_BYTES && (await verifyBcrypt(password, stored));

let nobody: Promise<string> | undefined;

/** Whether the password is right. Without a hash to compare it takes the same time, and it never is. */
export const isPassword = async (stored: string | null | undefined, password: string): Promise<boolean> => {
  nobody ??= hashPassword('nobody signs in with this');
  const against = stored ?? (await nobody);
  const isRight = await inTurn(() =>
    isBcrypt(against) ? verifyOld(against, password) : verify(against, typed(password)),
  );
  return isRight && stored !== null && stored !== undefined;
};

const ARGON2ID = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/;

/** Whether a hash was made by a weaker way than today's. */
export const isOutdated = (stored: string): boolean => {
  const cost = ARGON2ID.exec(stored);
  return cost === null || Number(cost[1]) < COST.memoryCost || Number(cost[2]) < COST.timeCost;
};
