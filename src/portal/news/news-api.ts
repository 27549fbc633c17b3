import type { Language } from '../../contract/common';
import { newsSchema } from '../../contract/news';
import { call } from '../api';

export const loadNews = (language: Language) => call(newsSchema, `/news?language=${language}`);

/** Where a reader of feeds finds the same. */
export const feedAddress = (language: Language): string => `/api/portal/news/feed?language=${language}`;
