import type { Language } from '../../contract/common';
import { faqSchema } from '../../contract/faq';
import { call } from '../api';

export const loadFaq = (language: Language) => call(faqSchema, `/faq?language=${language}`);
