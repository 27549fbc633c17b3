import type { PasswordHint, Weakness } from '../contract/password';

/** zxcvbn's warnings, by their keys. */
const WEAKNESS_OF: Record<string, Weakness> = {
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
  simpleRepeat: 'repeat',
  extendedRepeat: 'repeat',
  sequences: 'sequence',
  recentYears: 'date',
  dates: 'date',
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'similar',
  wordByItself: 'word',
  namesByThemselves: 'name',
  commonNames: 'name',
};

/** zxcvbn's suggestions; all that are not here come down to more and rarer words. */
const HINT_OF: Record<string, PasswordHint> = {
  l33t: 'figures',
  reverseWords: 'reversed',
  allUppercase: 'capitals',
  capitalization: 'capitals',
};

export const weaknessOf = (warning: string | null): Weakness | null =>
  warning === null ? null : (WEAKNESS_OF[warning] ?? 'guessable');

export const hintOf = (suggestion: string): PasswordHint => HINT_OF[suggestion] ?? 'words';
