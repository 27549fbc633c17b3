import { refuse, Refusal } from '../../../contract/refuse';
import type { Trx, UploadRow } from '../../../db';
import { mimeTypeOf } from '../../document/intake/upload';
import { discardParts, endUpload } from '../parts/discard';
import { elsewhere, finishing } from '../parts/finishing';
import { dossierOf } from '../parts/owner';
import { wholeOf } from '../parts/whole';
import type { Uploader } from '../uploader';

/** Written with the document: of two that finish the same upload, and of one that cancels it meanwhile, one does. */
const note = async (trx: Trx, { id }: UploadRow, result: string): Promise<void> => {
  const noted = await trx('uploads')
    .where({ id, result: null })
    .whereNotNull('wrapped_key')
    // Without its key nothing opens the parts any more, from the moment on at which the document is there.
    .update({ result, wrapped_key: null, key_id: null, finishing_until: null });
  if (noted === 0) throw refuse('not-found', 'The upload was cancelled or finished meanwhile');
};

/** What may be otherwise in a moment, or after signing in again, does not cost the file that has arrived. */
const isPassing = (error: unknown): boolean =>
  !(error instanceof Refusal) ||
  (error.status >= 500 && error.code !== 'file-damaged') ||
  error.code === 'not-signed-in';

const takeIn = async (by: Uploader, upload: UploadRow): Promise<string> => {
  const { name } = upload;
  const file = { name, size: Number(upload.size), mimeType: mimeTypeOf(name), stream: wholeOf(upload) };
  try {
    return await by.take(upload, await dossierOf(upload), file, (trx, id) => note(trx, upload, id));
  } catch (error) {
    if (isPassing(error) || (await endUpload(upload.id, new Date()))) throw error;
    // Somebody else was quicker: what they made of it is the answer, or that it is over.
    return await elsewhere(upload);
  } finally {
    file.stream.destroy();
  }
};

/**
 * Makes the document of an upload of which everything has arrived, once, however often it is asked; gives its
 * documentId. A file that is refused is removed, one that cannot be looked at just now is not.
 */
export const finishUpload = async (by: Uploader, upload: UploadRow): Promise<string> => {
  if (upload.result !== null) return upload.result;
  const document = await finishing(upload, () => takeIn(by, upload));
  await discardParts(upload.id);
  return document;
};

export default { finishUpload };
