import { zxcvbn, zxcvbnOptions } from '@zxcvbn-ts/core';
import keyboards from '@zxcvbn-ts/language-common/src/adjacencyGraphs.json';
import passwords from '@zxcvbn-ts/language-common/src/passwords.json';
import deWords from '@zxcvbn-ts/language-de/src/commonWords.json';
import deFirstNames from '@zxcvbn-ts/language-de/src/firstnames.json';
import deLastNames from '@zxcvbn-ts/language-de/src/lastnames.json';
import enWords from '@zxcvbn-ts/language-en/src/commonWords.json';
import enFirstNames from '@zxcvbn-ts/language-en/src/firstnames.json';
import nlBoys from '@zxcvbn-ts/language-nl-be/src/boysFirstnames.json';
import nlWords from '@zxcvbn-ts/language-nl-be/src/commonWords.json';
import nlGirls from '@zxcvbn-ts/language-nl-be/src/girlsFirstnames.json';
import nlLastNames from '@zxcvbn-ts/language-nl-be/src/lastnames.json';
import type { PasswordHint, Weakness } from '../contract/password';
import { hintOf, weaknessOf } from './feedback';

// Left out of the packages: words of encyclopaedias and 88,000 English surnames, a megabyte for hardly a guess more.
zxcvbnOptions.setOptions({
  graphs: keyboards,
  dictionary: {
    passwords,
    deWords,
    deFirstNames,
    deLastNames,
    enWords,
    enFirstNames,
    nlWords,
    nlBoys,
    nlGirls,
    nlLastNames,
  },
  // One reading of "p4ssw0rd": all hundred of a long password would take seconds.
  l33tMaxSubstitutions: 1,
});

export interface Estimate {
  /** How many guesses it takes, as a power of ten. */
  guesses: number;
  weakness: Weakness | null;
  hints: PasswordHint[];
}

/** What is judged at once, in UTF-16 units: the time grows with the square. */
const PIECE = 32;
/** Beyond this, as a power of ten, no further piece makes a difference. */
const PLENTY = 14;

const estimatePiece = (piece: string, ownWords: string[]): Estimate => {
  const { guessesLog10, feedback } = zxcvbn(piece, ownWords);
  return {
    guesses: guessesLog10,
    weakness: weaknessOf(feedback.warning),
    hints: [...new Set(feedback.suggestions.map(hintOf))],
  };
};

/** At most so many signs and figures around a word are no password of their own. */
const TRIMMINGS = 6;
/** A word that is guessed within so many tries, as a power of ten, is one that many people use. */
const KNOWN_WORD = 5;

/** The word in "Voetbal2026!": people add a year and a sign, and whoever guesses does so too. */
const trimmed = (password: string): string | null => {
  const word = password.replace(/^\P{L}+|\P{L}+$/gu, '');
  return word !== '' && word !== password && password.length - word.length <= TRIMMINGS ? word : null;
};

const estimateWord = (password: string, ownWords: string[]): Estimate | null => {
  const word = password.length <= PIECE ? trimmed(password) : null;
  if (word === null) return null;
  const { guesses, hints } = estimatePiece(word, ownWords);
  return guesses < KNOWN_WORD ? { guesses, hints, weakness: 'similar' } : null;
};

/**
 * How hard a password is to guess. A long one is as hard as its hardest piece: so the time stays short, and
 * nothing is called harder than it is.
 */
export const estimate = (password: string, ownWords: string[]): Estimate => {
  const word = estimateWord(password, ownWords);
  if (word !== null) return word;
  let hardest = estimatePiece(password.slice(0, PIECE), ownWords);
  for (let start = PIECE; start < password.length && hardest.guesses < PLENTY; start += PIECE) {
    const next = estimatePiece(password.slice(start, start + PIECE), ownWords);
    if (next.guesses > hardest.guesses) hardest = next;
  }
  return hardest;
};
