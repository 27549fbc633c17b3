import { database, type UploadPartRow } from '../../../db';
import { isDeleted, storedFile } from '../../document/stored/stored-file';

const BATCH = 100;

/** Deletes these parts from the store; the row of one that the store did not delete stays, for the next sweep. */
const discardEach = async (parts: UploadPartRow[]): Promise<void> => {
  for (const { id, storage_key, size } of parts) {
    if (await isDeleted(storedFile(storage_key, Number(size))))
      await database()('upload_parts').where({ id }).delete();
  }
};

const partsAfter = (uploadId: number, id: number): Promise<UploadPartRow[]> =>
  database()('upload_parts')
    .where({ upload_id: uploadId })
    .where('id', '>', id)
    .orderBy('id')
    .limit(BATCH)
    .select<UploadPartRow[]>('*');

/** Deletes the parts of an upload that is over. */
export const discardParts = async (uploadId: number): Promise<void> => {
  for (let parts = await partsAfter(uploadId, 0); parts.length > 0;) {
    await discardEach(parts);
    parts = await partsAfter(uploadId, parts.at(-1)?.id ?? 0);
  }
};

/**
 * Ends an upload that becomes no document: from this moment on nobody finds it and nothing opens its parts. False
 * where it has become one, or is over already.
 */
export const endUpload = async (id: number, now: Date): Promise<boolean> => {
  const ended = await database()('uploads')
    .where({ id, result: null })
    .whereNotNull('wrapped_key')
    .update({ expires_at: now, wrapped_key: null, key_id: null });
  if (ended === 0) return false;
  await discardParts(id);
  await database()('uploads')
    .where({ id })
    .whereNotExists((sub) => void sub.select('id').from('upload_parts').where({ upload_id: id }))
    .delete();
  return true;
};
