import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import type { Language } from '../contract/common';
import type { ErrorBody, ErrorCode } from '../contract/errors';
import deErrors from './de/errors.json';
import deFaq from './de/faq.json';
import deLetter from './de/letter.json';
import deMail from './de/mail.json';
import deProof from './de/proof.json';
import enErrors from './en/errors.json';
import enFaq from './en/faq.json';
import enLetter from './en/letter.json';
import enMail from './en/mail.json';
import enProof from './en/proof.json';
import nlErrors from './nl/errors.json';
import nlFaq from './nl/faq.json';
import nlLetter from './nl/letter.json';
import nlMail from './nl/mail.json';
import nlProof from './nl/proof.json';

export type MailKey = keyof typeof enMail;
export type ProofKey = keyof typeof enProof;
export type LetterKey = keyof typeof enLetter;
export type FaqKey = keyof typeof enFaq;

const cache = createIntlCache();
const intl = (locale: Language, messages: Record<string, string>): IntlShape<string> =>
  createIntl({ locale, messages }, cache);

const INTL: Record<Language, IntlShape<string>> = {
  nl: intl('nl', { ...nlErrors, ...nlMail, ...nlProof, ...nlLetter, ...nlFaq }),
  en: intl('en', { ...enErrors, ...enMail, ...enProof, ...enLetter, ...enFaq }),
  de: intl('de', { ...deErrors, ...deMail, ...deProof, ...deLetter, ...deFaq }),
};

type Values = Record<string, string | number>;

/** The text a person reads for an error code. */
export const errorText = (
  language: Language,
  code: ErrorCode,
  detail: Omit<ErrorBody['error'], 'code' | 'message'>,
): string => {
  const { signature = '', min = '', max = '', word = '', megabytes = 0, types = [] } = detail;
  const values = { signature, min, max, word, megabytes, types: types.join(', ') };
  return INTL[language].formatMessage({ id: `error.${code}` }, values);
};

/** A line of a mail. */
export const mailText = (language: Language, id: MailKey, values: Values = {}): string =>
  INTL[language].formatMessage({ id }, values);

/** A line of a proof log that is exported. */
export const proofText = (language: Language, id: ProofKey, values: Values = {}): string =>
  INTL[language].formatMessage({ id }, values);

/** A line of a letter on paper. */
export const letterText = (language: Language, id: LetterKey, values: Values = {}): string =>
  INTL[language].formatMessage({ id }, values);

/** A line of the standard help. */
export const faqText = (language: Language, id: FaqKey): string => INTL[language].formatMessage({ id });
