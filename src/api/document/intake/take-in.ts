import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction, type Trx } from '../../../db';
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
  // Opened first: a stream that fails to open, before the provider listens, would end the process.
  const stream = (await open(spooled.path)).createReadStream();
  file.stream = stream;
  // The verdict is known: the plugin's guard at the provider need not scan the same bytes again.
  scanner().passed(file);
  try {
    await storage().uploadStream(file);
  } finally {
    stream.destroy();
  }
  return file;
};

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
    if (!(await mayHaveRow(stored))) await storage().delete(stored);
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
