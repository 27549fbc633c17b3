import { hash, verify } from '@node-rs/argon2';
import { PASSWORD_MAX, PASSWORD_MIN } from '../../contract/session';
import { refuse } from '../../contract/refuse';

/** OWASP's second recommendation for argon2id; the work is done off the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const typed = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(typed(password), COST);

let nobody: Promise<string> | undefined;

/** Whether the password is right. Without a hash to compare it takes the same time, and it never is. */
export const isPassword = async (stored: string | null | undefined, password: string): Promise<boolean> => {
  nobody ??= hashPassword('nobody signs in with this');
  const isRight = await verify(stored ?? (await nobody), typed(password));
  return isRight && stored !== null && stored !== undefined;
};

/** Refuses a new password that is too short or too long, counted in characters as people count. */
export const requireGoodPassword = (password: string): void => {
  const { length } = Array.from(typed(password));
  if (length < PASSWORD_MIN) throw refuse('password-too-short', `Fewer than ${PASSWORD_MIN} characters`);
  if (length > PASSWORD_MAX) throw refuse('password-too-long', `More than ${PASSWORD_MAX} characters`);
};
