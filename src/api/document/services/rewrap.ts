import { Refusal } from '../../../contract/refuse';
import { inTransaction } from '../../../db';
import { currentKey, firmKeys, unwrapFileKey, wrapFileKey, type WrappedKey } from '../../../vault';
import { countByKey, rowsUnder, type WrappedRow } from '../keys/wrapped-rows';

const BATCH = 100;
const SAID_EVERY = 10 * BATCH;

/** What a run came to. */
export interface Rewrapped {
  /** Documents that were under an older key when it began. */
  found: number;
  done: number;
  /** Documents whose wrapped key is damaged; nothing can be done for them. */
  damaged: number;
}

const wrapAnew = async (row: WrappedRow): Promise<WrappedKey | undefined> => {
  try {
    return await wrapFileKey(row.owner, await unwrapFileKey(row.owner, row));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'file-damaged') throw error;
    strapi.log.error(error.message);
    return undefined;
  }
};

/** Writes the new keys of some rows; a row that another process wrapped or erased in the meantime is left alone. */
const write = (pairs: [WrappedRow, WrappedKey][]): Promise<number> =>
  inTransaction(async (trx) => {
    let written = 0;
    for (const [{ id, wrapped_key }, anew] of pairs) {
      written += await trx('documents')
        .where({ id, wrapped_key })
        .update({ ...anew });
    }
    return written;
  });

const rewrapBatch = async (rows: WrappedRow[], sum: Rewrapped): Promise<void> => {
  const pairs: [WrappedRow, WrappedKey][] = [];
  for (const row of rows) {
    const anew = await wrapAnew(row);
    if (anew === undefined) sum.damaged += 1;
    else pairs.push([row, anew]);
  }
  const before = sum.done;
  sum.done += await write(pairs);
  if (Math.floor(sum.done / SAID_EVERY) > Math.floor(before / SAID_EVERY))
    strapi.log.info(`Keys of documents: ${sum.done} of ${sum.found} are under "${currentKey().id}" now`);
};

const olderKeys = (): string[] =>
  firmKeys()
    .map(({ id }) => id)
    .filter((id) => id !== currentKey().id);

/**
 * Wraps the keys of all documents with the firm's current key; no file is touched. It may be killed at any moment
 * and begun anew, and several processes may do it at once. Ends early when `isStopped` says so.
 */
export const rewrapAll = async (isStopped = (): boolean => false): Promise<Rewrapped> => {
  const counts = await countByKey();
  const found = olderKeys().reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
  const sum: Rewrapped = { found, done: 0, damaged: 0 };
  if (found === 0) return sum;
  strapi.log.info(`Keys of documents: ${found} are under older keys and get "${currentKey().id}"`);
  for (const id of olderKeys()) {
    let rows = await rowsUnder(id, 0, BATCH);
    while (rows.length > 0 && !isStopped()) {
      await rewrapBatch(rows, sum);
      rows = await rowsUnder(id, rows.at(-1)?.id ?? 0, BATCH);
    }
  }
  const left = found - sum.done;
  strapi.log.info(
    `Keys of documents: ${sum.done} wrapped anew here` +
      (left > 0 ? `, ${left} by other processes or not at all` : '; the older keys are not needed any more'),
  );
  return sum;
};

export default { rewrapAll };
