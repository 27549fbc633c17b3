import { randomInt } from 'node:crypto';
import {
  CODE_ALPHABET,
  CODE_DAYS,
  CODE_LENGTH,
  CODE_SELECTOR,
  CODE_TRIES,
  plainCode,
} from '../../contract/activation';
import { database, insertRow, minutesFrom, type Trx } from '../../db';
import { hashPassword, isPassword } from '../session/hashing';

export interface NewCode {
  code: string;
  /** The code as the database keeps it; hashed slowly, for it is short enough to be guessed by a fast machine. */
  hash: string;
}

/** Thinks up a code; outside of transactions, for hashing takes its time. */
export const newCode = async (): Promise<NewCode> => {
  const letters = Array.from({ length: CODE_LENGTH }, () =>
    CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length)),
  );
  const code = letters.join('');
  return { code, hash: await hashPassword(code) };
};

/** Ends the account's unused codes. */
export const endCodes = async (trx: Trx, accountId: number): Promise<void> => {
  await trx('activation_codes').where({ account_id: accountId, used_at: null }).delete();
};

/** Makes the code the account's only one. */
export const keepCode = async (trx: Trx, accountId: number, { code, hash }: NewCode): Promise<void> => {
  await endCodes(trx, accountId);
  await insertRow(trx, 'activation_codes', {
    selector: code.slice(0, CODE_SELECTOR),
    code_hash: hash,
    account_id: accountId,
    tries: 0,
    ends_at: minutesFrom(new Date(), CODE_DAYS * 24 * 60),
  });
};

export interface Claim {
  id: number;
  account_id: number;
}

/** Counts a try before it is judged, in one statement, so that all processes together judge no more than so many. */
const countTry = async (
  selector: string,
  now: Date,
): Promise<(Claim & { code_hash: string }) | undefined> => {
  const rows: (Claim & { code_hash: string })[] = await database()('activation_codes')
    .where({ selector, used_at: null })
    .where('ends_at', '>', now)
    .where('tries', '<', CODE_TRIES)
    .update({ tries: database().raw('tries + 1') })
    .returning(['id', 'account_id', 'code_hash']);
  return rows[0];
};

/**
 * Judges a code as it was typed. Wrong, cut, unknown, used, old and revoked ones take the same way and the same time.
 * Never inside a transaction, which would take the count back when it fails.
 */
export const claimByCode = async (typed: string, now: Date): Promise<Claim | undefined> => {
  const code = plainCode(typed);
  // PostgreSQL takes no NUL, and what is not of the alphabet is nobody's.
  const selector = code.slice(0, CODE_SELECTOR).replace(/[^A-Z0-9]/g, '-');
  const counted = await countTry(selector, now);
  const isRight = await isPassword(counted?.code_hash, code);
  return isRight && counted !== undefined ? { id: counted.id, account_id: counted.account_id } : undefined;
};

/** The right code costs no try, where something else was refused and the client will come again. */
export const giveTryBack = async ({ id }: Claim): Promise<void> => {
  await database()('activation_codes')
    .where({ id })
    .where('tries', '>', 0)
    .update({ tries: database().raw('tries - 1') });
};

/** Uses the code up: of two who try at once one succeeds. The account is held by who calls. */
export const useCode = async (trx: Trx, { id }: Claim): Promise<boolean> => {
  const now = new Date();
  const used: number = await trx('activation_codes')
    .where({ id, used_at: null })
    .where('ends_at', '>', now)
    .update({ used_at: now, updated_at: now });
  return used === 1;
};
