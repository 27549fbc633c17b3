import type { Language } from '../../../contract/common';
import type { NewsItem } from '../../../contract/news';
import { database, moment, type StoredMoment } from '../../../db';

/** What is older stays in the content manager. */
const MOST = 50;

interface Row {
  document_id: string;
  title: string;
  body: string;
  appears_at: StoredMoment;
}

/** What the firm has to tell in a language (R106), as far as its moment has come; the latest first. One query. */
export const listNews = async (language: Language, now = new Date()): Promise<NewsItem[]> => {
  const rows = await database()('news_items')
    .where({ language })
    .where('appears_at', '<=', now)
    .orderBy([
      { column: 'appears_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(MOST)
    .select<Row[]>('document_id', 'title', 'body', 'appears_at');
  return rows.map(({ document_id: id, title, body, appears_at: at }) => ({
    id,
    title,
    body,
    appearedAt: moment(at),
  }));
};

export default { listNews };
