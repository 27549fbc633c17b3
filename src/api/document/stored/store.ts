import { open } from 'node:fs/promises';
import { refuse } from '../../../contract/refuse';
import { scanner, storage, type StoredFile } from '../../../plugin-services';
import { storedFile } from './stored-file';

/** How much of a file is read at once; smaller is slower. */
const READ_BYTES = 1024 * 1024;

/** A sealed file that waits in the spool. */
interface Waiting {
  path: string;
  /** Of what is sealed in it, in bytes. */
  size: number;
}

const hand = async (file: StoredFile, path: string): Promise<void> => {
  // Opened first: a stream that fails to open, before the provider listens, would end the process.
  const stream = (await open(path)).createReadStream({ highWaterMark: READ_BYTES });
  file.stream = stream;
  file.filepath = path;
  // What is sealed tells the plugin's guard at the provider nothing; what becomes a document has its verdict by now.
  scanner().passed(file);
  try {
    await storage().uploadStream(file);
  } finally {
    stream.destroy();
  }
};

/**
 * Gives a sealed file to the store under that key. Where it fails, the store may have kept it all the same, and only its
 * answer was lost: whoever chose the key removes what has it.
 */
export const store = async (spooled: Waiting, key: string): Promise<void> => {
  try {
    await hand(storedFile(key, spooled.size), spooled.path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refuse('storage-unavailable', `The store did not take a file: ${reason}`);
  }
};
