import { find } from '../../../access/find';
import { database, type UploadRow } from '../../../db';
import type { Purpose, Uploader } from '../uploader';

/** Their own uploads to a dossier of which not everything has become a document yet, the oldest first. */
export const listUploads = async <Way extends UploadRow['way']>(
  by: Uploader<Way>,
  dossierId: unknown,
  purpose: Purpose<Way>,
): Promise<UploadRow[]> => {
  const dossier = await find(database(), 'dossiers', by.dossiers, dossierId);
  return database()('uploads')
    .modify(by.uploads(new Date()))
    .where({ dossier_id: dossier.id, way: purpose.for, replaces: purpose.document ?? null, result: null })
    .orderBy('id')
    .select<UploadRow[]>('*');
};

export default { listUploads };
