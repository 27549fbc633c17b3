import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base32: no I, L, O or U, which are read as something else. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 28 letters of 5 bits are 140 bits of chance. */
const LENGTH = 28;
const GROUP = 4;

/** A new recovery code, in groups of four: `7K2M-…`. */
export function newRecoveryCode(): string {
  // 256 is a multiple of 32, so that every letter is as likely as any other.
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return letters.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? letters;
}

/** As it was meant: whatever its capitals and spaces, and what looks like a one or a nought is one. */
const meant = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** A fast hash is enough: nobody tries 2^140 codes. */
export const hashRecoveryCode = (typed: string): string =>
  createHash('sha256').update(meant(typed)).digest('hex');
