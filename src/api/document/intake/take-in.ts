import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { refuse } from '../../../contract/refuse';
import { inTransaction, type Trx } from '../../../db';
import { scanner, storage, type StoredFile } from '../../../plugin-services';
import { requireClean, type Sender } from './require-clean';
import { withSpooled, type Spooled } from './spool';
import type { Upload } from './upload';

/** What the document's row says of its file. */
export interface FileColumns {
  name: string;
  mime_type: string;
  size: number;
  sha_256: string;
  storage_key: string;
}

const store = async (spooled: Spooled): Promise<StoredFile> => {
  const file: StoredFile = {
    hash: randomUUID(),
    ext: '',
    mime: 'application/octet-stream',
    size: spooled.size,
  };
  file.stream = createReadStream(spooled.path);
  // The verdict is known: the plugin's guard at the provider need not scan the same bytes again.
  scanner().passed(file);
  await storage().uploadStream(file);
  return file;
};

/** If the rows cannot be written, the file must not stay behind without them. */
const writeRows = async <T>(stored: StoredFile, write: (trx: Trx) => Promise<T>): Promise<T> => {
  try {
    return await inTransaction(write);
  } catch (error) {
    await storage().delete(stored);
    throw error;
  }
};

/**
 * The one way in for every file: scanned while it arrives, stored when it is clean, and written to the
 * database by `write` in one transaction. Otherwise nothing is kept, and the refusal says why.
 */
export const takeIn = <T>(
  upload: Upload,
  sender: Sender,
  write: (trx: Trx, columns: FileColumns) => Promise<T>,
): Promise<T> =>
  withSpooled(upload.stream, async (spooled) => {
    await requireClean(upload, sender, spooled);
    if (spooled.size === 0) throw refuse('file-empty', 'An empty file');
    const stored = await store(spooled);
    const { size, sha256: sha_256 } = spooled;
    const columns = {
      name: upload.name,
      mime_type: upload.mimeType,
      size,
      sha_256,
      storage_key: stored.hash,
    };
    return writeRows(stored, (trx) => write(trx, columns));
  });
