import { database, inTransaction, newDocumentId, type Trx } from '../../../db';
import type { StoredFile } from '../../../plugin-services';
import { newFileKey, wrapFileKey, type Owner, type WrappedKey } from '../../../vault';
import { firmSettings } from '../../firm/services/settings';
import { GIGABYTE, uploadRulesOf } from '../../firm/upload-rules';
import { removeStored } from '../stored/stored-file';
import { store } from '../stored/store';
import { requireClean, requireTakeable } from './require-clean';
import { claimRoom } from './room';
import { withSpooled } from './spool';
import type { Sender } from './turn-away';
import type { Upload } from './upload';

/** What the document's row says of its file. The file was sealed for this very document. */
export interface FileColumns extends WrappedKey {
  document_id: string;
  name: string;
  mime_type: string;
  size: number;
  sha_256: string;
  storage_key: string;
}

/** Where the database cannot be asked, a row is thought to be there. */
const mayHaveRow = async ({ hash }: StoredFile): Promise<boolean> => {
  try {
    const row: unknown = await database()('documents').where({ storage_key: hash }).first('id');
    return row !== undefined;
  } catch {
    return true;
  }
};

/**
 * If the rows were not written, the file must not stay behind without them. But the answer to a COMMIT can be lost
 * on its way: a file is removed only when it surely has no row.
 */
const writeRows = async <T>(stored: StoredFile, write: (trx: Trx) => Promise<T>): Promise<T> => {
  try {
    return await inTransaction(write);
  } catch (error) {
    if (!(await mayHaveRow(stored))) await removeStored(stored);
    throw error;
  }
};

/** What the firm takes, and how much a dossier may hold. */
export const limitsFor = async ({ scope }: Sender) => {
  const firm = await firmSettings();
  return { firm, rules: uploadRulesOf(firm), room: { scope, limit: firm.dossierGigabytes * GIGABYTE } };
};

/**
 * The one way in for every file: looked at, scanned and sealed while it arrives, stored when it is clean and what the
 * firm takes, and written to the database by `write` in one transaction. Otherwise nothing is kept, and the refusal says why.
 */
export const takeIn = async <T>(
  upload: Upload,
  sender: Sender,
  write: (trx: Trx, columns: FileColumns) => Promise<T>,
): Promise<T> => {
  const { room, ...limits } = await limitsFor(sender);
  await requireTakeable(upload, sender, limits.rules, room);
  const owner: Owner = { document: newDocumentId(), dossier: sender.scope };
  const fileKey = newFileKey();
  // Asked for first: without the firm's key no byte of the file need come.
  const wrapped = await wrapFileKey(owner, fileKey);
  return withSpooled(upload.stream, { owner, fileKey }, limits.rules.maxBytes, async (spooled) => {
    await requireClean(upload, sender, limits, spooled);
    const stored = await store(spooled);
    const { size, sha256: sha_256 } = spooled;
    const file = { name: upload.name, mime_type: upload.mimeType, size, sha_256, storage_key: stored.hash };
    return writeRows(stored, async (trx) => {
      await claimRoom(trx, room, size);
      return write(trx, { document_id: owner.document, ...file, ...wrapped });
    });
  });
};
