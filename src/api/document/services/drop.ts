import { find } from '../../../access/find';
import { database, type Filter } from '../../../db';
import { removeStored, storedFile } from '../stored/stored-file';

/** Removes an attachment that was not sent yet: first the row, so that nothing ever points to a missing file. */
export const dropDraft = async (draftsOfPerson: Filter, id: unknown): Promise<void> => {
  const draft = await find(database(), 'documents', draftsOfPerson, id);
  const removed = await database()('documents').where({ id: draft.id, shared_at: null }).delete();
  if (removed === 0) return;
  await removeStored(storedFile(draft.storage_key, Number(draft.size)));
};

export default { dropDraft };
