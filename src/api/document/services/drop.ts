import { find } from '../../../access/find';
import { database, inTransaction, type DocumentRow, type Filter } from '../../../db';
import { noteLoose, removeLoose } from '../stored/loose-files';

/** First the row, so that nothing ever points to a missing file; one that is sent at this moment stays. */
export const removeDraft = async ({ id, storage_key }: DocumentRow): Promise<void> => {
  await inTransaction(async (trx) => {
    const removed = await trx('documents').where({ id, shared_at: null }).delete();
    if (removed > 0) await noteLoose(trx, storage_key);
  });
  await removeLoose(storage_key);
};

/** Removes an attachment that was not sent yet. */
export const dropDraft = async (draftsOfPerson: Filter, id: unknown): Promise<void> =>
  removeDraft(await find(database(), 'documents', draftsOfPerson, id));

export default { dropDraft };
