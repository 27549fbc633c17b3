import type { Language } from '../../contract/common';
import type { FaqDevice, FaqEntry } from '../../contract/faq';
import { faqText } from '../../texts';

/** What clients ask everywhere, in the order in which they come upon it. */
const STANDARD = {
  'no-mail': 'all',
  forgotten: 'all',
  locked: 'all',
  code: 'all',
  open: 'all',
  'saved-computer': 'computer',
  'print-computer': 'computer',
  'saved-phone': 'phone',
  'photo-phone': 'phone',
  refused: 'all',
  safe: 'all',
} as const satisfies Record<string, FaqDevice>;

const isName = (name: string): name is keyof typeof STANDARD => name in STANDARD;

/** The help of a firm that has written none of its own. */
export const standardFaq = (language: Language): FaqEntry[] =>
  Object.keys(STANDARD)
    .filter(isName)
    .map((name) => ({
      question: faqText(language, `faq.${name}.question`),
      answer: faqText(language, `faq.${name}.answer`),
      device: STANDARD[name],
    }));
