import { refuse } from '../../../contract/refuse';
import { database, type UploadRow } from '../../../db';
import { unwrapFileKey, type Owner } from '../../../vault';
import type { SealedFor } from '../../document/intake/spool';

type Sealed = Pick<UploadRow, 'document_id' | 'dossier_id' | 'wrapped_key' | 'key_id'>;

/** For whom the key of an upload is wrapped. */
export const keyOwner = (upload: string, dossier: string): Owner => ({ document: upload, dossier });

/** The documentId of the dossier that an upload is for. */
export const dossierOf = async ({ dossier_id: id }: Pick<UploadRow, 'dossier_id'>): Promise<string> => {
  const dossier = await database()('dossiers')
    .where({ id })
    .first<{ document_id: string } | undefined>('document_id');
  if (dossier === undefined) throw refuse('not-found', 'An upload to a dossier that is not there any more');
  return dossier.document_id;
};

/** What seals and opens the parts of an upload, each for its own place in the file: none can stand for another. */
export const sealOf = async (upload: Sealed): Promise<(beginsAt: number) => SealedFor> => {
  const { document_id: id, wrapped_key, key_id } = upload;
  if (wrapped_key === null || key_id === null) throw refuse('not-found', `The upload ${id} is over`);
  const dossier = await dossierOf(upload);
  const fileKey = await unwrapFileKey(keyOwner(id, dossier), { wrapped_key, key_id });
  return (beginsAt) => ({ owner: { document: `${id}.${beginsAt}`, dossier }, fileKey });
};
