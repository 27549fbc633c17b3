import { uploadsOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import { refuse } from '../../../contract/refuse';
import { database } from '../../../db';
import { endUpload } from '../parts/discard';

/** The account gives an upload up; what has become a document stays one. */
export const cancelUpload = async (account: Account, id: unknown): Promise<void> => {
  const now = new Date();
  const upload = await find(database(), 'uploads', uploadsOf(account, now), id);
  if (!(await endUpload(upload.id, now))) throw refuse('not-found', 'The upload is over');
};

export default { cancelUpload };
