import { refuse } from '../../../contract/refuse';
import { database, insertRow, minutesFrom, type Db, type Trx } from '../../../db';
import { isDeleted, storedFile } from './stored-file';

/** Longer than a store takes for any file, in minutes: what is older belongs to a process that was killed. */
const OLD = 60;

/** How many are read at once. */
const BATCH = 100;

/**
 * A loose file is one of the store that no document has: on its way in, or on its way out. It is noted before the store
 * gets it, and for as long as the store may have it, so that a process can be killed at any moment and leave nothing
 * behind that is not found again; no store need be able to name its files.
 */
export const noteLoose = async (db: Db, key: string): Promise<void> => {
  await insertRow(db, 'loose_files', { storage_key: key, noted_at: new Date(), given_up: false });
};

/** In the transaction that writes its document: the file is loose no more. Refuses where it was given up meanwhile. */
export const adoptLoose = async (trx: Trx, key: string): Promise<void> => {
  const adopted = await trx('loose_files').where({ storage_key: key, given_up: false }).delete();
  if (adopted === 0)
    throw refuse('storage-unavailable', `The file ${key} was given up before it had a document`);
};

/** From here on it can be no document's any more. False where one has it: a COMMIT whose answer was lost went well. */
const giveUp = async (key: string): Promise<boolean> => {
  const given = await database()('loose_files')
    .where({ storage_key: key })
    .whereNotExists((sub) => void sub.select('id').from('documents').where({ storage_key: key }))
    .update({ given_up: true });
  return given > 0;
};

/**
 * Removes a loose file, unless a document has it. Where the database or the store fails it stays noted, and is removed
 * by a later sweep: that is worth a line in the log, and no refusal of what was done.
 */
export const removeLoose = async (key: string): Promise<void> => {
  try {
    if (!(await giveUp(key)) || !(await isDeleted(storedFile(key, 0)))) return;
    await database()('loose_files').where({ storage_key: key }).delete();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    strapi.log.error(`The file ${key} may be left without a document until the next sweep: ${reason}`);
  }
};

const oldOnes = (now: Date, after: number): Promise<{ id: number; storage_key: string }[]> =>
  database()('loose_files')
    .where('id', '>', after)
    .where((left) => void left.where('noted_at', '<', minutesFrom(now, -OLD)).orWhere({ given_up: true }))
    .orderBy('id')
    .limit(BATCH)
    .select('id', 'storage_key');

/** Removes what killed processes left in the store, and what the store failed to remove. */
export const sweepLoose = async (now: Date): Promise<void> => {
  for (let rows = await oldOnes(now, 0); rows.length > 0; rows = await oldOnes(now, rows.at(-1)?.id ?? 0)) {
    for (const { storage_key: key } of rows) await removeLoose(key);
  }
};
