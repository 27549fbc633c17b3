import type { Language } from '../../../contract/common';
import type { FaqEntry } from '../../../contract/faq';
import { database } from '../../../db';
import { standardFaq } from '../standard';

/** More than anybody reads; what a firm writes beyond it is not shown. */
const MOST = 100;

/** The firm's questions and answers in a language (R13), and the standard ones where it has written none; one query. */
export const listFaq = async (language: Language): Promise<FaqEntry[]> => {
  const own = await database()('faqs')
    .where({ language })
    .orderBy([{ column: 'rank' }, { column: 'id' }])
    .limit(MOST)
    .select<FaqEntry[]>('question', 'answer', 'device');
  return own.length > 0 ? own : standardFaq(language);
};

export default { listFaq };
