import { find } from '../../../access/find';
import { refuse } from '../../../contract/refuse';
import { database } from '../../../db';
import { endUpload } from '../parts/discard';
import type { Uploader } from '../uploader';

/** Whose upload it is gives it up; what has become a document stays one. */
export const cancelUpload = async (by: Uploader, id: unknown): Promise<void> => {
  const now = new Date();
  const upload = await find(database(), 'uploads', by.uploads(now), id);
  if (!(await endUpload(upload.id, now))) throw refuse('not-found', 'The upload is over');
};

export default { cancelUpload };
