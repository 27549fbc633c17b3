import { dossiersOf, uploadsOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import type { UploadWay } from '../../../contract/upload';
import { database, type UploadRow } from '../../../db';

/** The account's own uploads to a dossier of which not everything has become a document yet, the oldest first. */
export const listUploads = async (
  account: Account,
  dossierId: unknown,
  way: UploadWay,
): Promise<UploadRow[]> => {
  const dossier = await find(database(), 'dossiers', dossiersOf(account), dossierId);
  return database()('uploads')
    .modify(uploadsOf(account, new Date()))
    .where({ dossier_id: dossier.id, way, result: null })
    .orderBy('id')
    .select<UploadRow[]>('*');
};

export default { listUploads };
