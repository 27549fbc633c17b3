import { database, type DocumentRow } from '../../../db';

const BATCH = 100;

const rowsAfter = (id: number): Promise<DocumentRow[]> =>
  database()('documents').where('id', '>', id).orderBy('id').limit(BATCH).select('*');

/** Every document there is, some at a time, however many there are. */
export async function* allDocuments(): AsyncGenerator<DocumentRow> {
  for (let rows = await rowsAfter(0); rows.length > 0; rows = await rowsAfter(rows.at(-1)?.id ?? 0))
    yield* rows;
}
