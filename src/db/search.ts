import type { Filter } from './rows';

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Rows in which one of the columns holds the text, whatever its capitals; an empty text leaves all. */
export const search =
  (columns: string[], text: string): Filter =>
  (query) => {
    if (text === '') return;
    void query.where((either) => {
      for (const column of columns) {
        void either.orWhereRaw(`lower(??) like ? escape '\\'`, [column, `%${escaped(text.toLowerCase())}%`]);
      }
    });
  };
