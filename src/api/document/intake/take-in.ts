import { randomUUID } from 'node:crypto';
import { database, inTransaction, newDocumentId, type Trx } from '../../../db';
import { newFileKey, wrapFileKey, type Owner, type WrappedKey } from '../../../vault';
import { firmSettings } from '../../firm/services/settings';
import { GIGABYTE, uploadRulesOf } from '../../firm/upload-rules';
import { adoptLoose, noteLoose, removeLoose } from '../stored/loose-files';
import { store } from '../stored/store';
import { requireClean, requireTakeable } from './require-clean';
import { claimRoom } from './room';
import { withSpooled, type Spooled } from './spool';
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

/**
 * If the rows are not written, the file must not stay behind without them. But the answer to a COMMIT can be lost
 * on its way: a file is removed only when it surely has no row.
 */
const storeAndWrite = async <T>(
  spooled: Spooled,
  write: (trx: Trx, key: string) => Promise<T>,
): Promise<T> => {
  const key = randomUUID();
  await noteLoose(database(), key);
  try {
    await store(spooled, key);
    return await inTransaction(async (trx) => {
      await adoptLoose(trx, key);
      return write(trx, key);
    });
  } catch (error) {
    await removeLoose(key);
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
    const { size, sha256: sha_256 } = spooled;
    const file = { name: upload.name, mime_type: upload.mimeType, size, sha_256 };
    return storeAndWrite(spooled, async (trx, storage_key) => {
      await claimRoom(trx, room, size);
      return write(trx, { document_id: owner.document, ...file, storage_key, ...wrapped });
    });
  });
};
