import { database, type DocumentRow } from '../../db';
import { storage } from '../../plugin-services';
import { storedFile } from './stored/stored-file';

type Erasable = Pick<DocumentRow, 'id' | 'storage_key' | 'size'>;

/**
 * Deletes the content of a document whose row stays. The row forgets where the content was only when the store has
 * deleted it; a store that fails is asked again at the next start.
 */
export const eraseFile = async ({ id, storage_key, size }: Erasable): Promise<void> => {
  try {
    await storage().delete(storedFile(storage_key, Number(size)));
  } catch (error) {
    strapi.log.error(`The content of document ${id} could not be deleted: ${String(error)}`);
    return;
  }
  await database()('documents').where({ id }).update({ storage_key: '' });
};

/** Deletes what clients took back where the store failed, or the process was killed in between. */
export const finishErasing = async (): Promise<void> => {
  const left = await database()('documents')
    .whereNotNull('account_id')
    .whereNotNull('withdrawn_at')
    .whereNot({ storage_key: '' })
    .select<Erasable[]>('id', 'storage_key', 'size');
  for (const document of left) await eraseFile(document);
};
