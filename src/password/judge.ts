import {
  PASSWORD_DEMANDS,
  PASSWORD_MAX,
  passwordLength,
  type PasswordFault,
  type PasswordHint,
  type PasswordRule,
  type Strength,
  type Weakness,
} from '../contract/password';
import { estimate, type Estimate } from './estimate';
import { withoutOwnWords } from './own-words';

export interface Judgement {
  /** Why it is refused; null where it is not. */
  fault: PasswordFault | null;
  /** Never more than weak where it is refused. */
  strength: Strength;
  weakness: Weakness | null;
  hints: PasswordHint[];
}

/** Guesses, as powers of ten, from which on a password is called by the next word. */
const FAIR = 6;
const GOOD = 8;
const STRONG = 10;

const strengthOf = (guesses: number): Strength => {
  if (guesses < FAIR) return 'weak';
  if (guesses < GOOD) return 'fair';
  return guesses < STRONG ? 'good' : 'strong';
};

/** What can be seen without any list. */
const plainFault = (password: string, { preset }: PasswordRule): PasswordFault | null => {
  const { min, composed } = PASSWORD_DEMANDS[preset];
  const length = passwordLength(password);
  if (length < min) return { code: 'password-too-short', min };
  if (length > PASSWORD_MAX) return { code: 'password-too-long', max: PASSWORD_MAX };
  if (composed && !/\p{Lu}/u.test(password)) return { code: 'password-needs-capital' };
  if (composed && !/\p{Nd}/u.test(password)) return { code: 'password-needs-digit' };
  return null;
};

/** Own words do not count: without them there must be as much left as is asked for. */
const ownWordFault = (password: string, { preset, ownWords }: PasswordRule): PasswordFault | null => {
  const { min } = PASSWORD_DEMANDS[preset];
  const without = withoutOwnWords(password, ownWords);
  if (without === null || without.left >= min) return null;
  return { code: 'password-has-own-word', word: without.word, min };
};

const listFault = (password: string, rule: PasswordRule, { guesses }: Estimate): PasswordFault | null => {
  if (!PASSWORD_DEMANDS[rule.preset].judged) return null;
  return ownWordFault(password, rule) ?? (guesses < GOOD ? { code: 'password-common' } : null);
};

/** The one judgement on a new password: the server refuses by it, the portal shows it while typing (R8, R9). */
export const judgePassword = (typed: string, rule: PasswordRule): Judgement => {
  const password = typed.normalize('NFC');
  const plain = plainFault(password, rule);
  if (plain?.code === 'password-too-long')
    return { fault: plain, strength: 'weak', weakness: null, hints: [] };
  const estimated = estimate(password, rule.ownWords);
  const fault = plain ?? listFault(password, rule, estimated);
  const strength = fault === null ? strengthOf(estimated.guesses) : 'weak';
  const { weakness, hints } = estimated;
  return { fault, strength, hints, weakness: weakness ?? (strength === 'weak' ? 'guessable' : null) };
};
