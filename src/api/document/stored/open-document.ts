import type { Readable } from 'node:stream';
import { refuse, Refusal } from '../../../contract/refuse';
import { database, type DocumentRow } from '../../../db';
import { opened, openedPart, unwrapFileKey, type Owner, type Part } from '../../../vault';
import { begun } from './begun';
import { openStored } from './stored-file';

const ownerOf = async (document: DocumentRow): Promise<Owner> => {
  const dossier = await database()('dossiers')
    .where({ id: document.dossier_id })
    .first<{ document_id: string }>('document_id');
  return { document: document.document_id, dossier: dossier.document_id };
};

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A fault of disk or line has the system's code (EIO, ECONNRESET); bytes that are not what was written have none. */
const isFaultOfStore = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && !String(error.code).startsWith('ERR_');

const refusalFor = (id: string, error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  return isFaultOfStore(error)
    ? refuse('storage-unavailable', `The file of document ${id} cannot be read on: ${said(error)}`)
    : refuse('file-damaged', `The file of document ${id} is damaged: ${said(error)}`);
};

/** The parts of a file, whatever fails below them in the form of a refusal. */
export async function* refusing(parts: AsyncGenerator<Buffer>, id: string): AsyncGenerator<Buffer> {
  try {
    yield* parts;
  } catch (error) {
    throw refusalFor(id, error);
  }
}

/** Reads from the store, and can close whatever was opened there. */
const reading = (document: DocumentRow) => {
  const streams: Readable[] = [];
  return {
    read: async (part?: Part): Promise<Readable> => {
      const stream = await openStored(document, part);
      streams.push(stream);
      return stream;
    },
    close: (): void => streams.forEach((stream) => void stream.destroy()),
  };
};

/**
 * The plain bytes of a document, or a part of them, each frame verified before it is given out. What is wrong at the
 * beginning is a refusal; what is wrong later is an error of the stream, which so never comes to its end.
 */
export const openDocument = async (document: DocumentRow, part?: Part): Promise<Readable> => {
  const { document_id: id, wrapped_key, key_id } = document;
  if (wrapped_key === null || key_id === null)
    throw refuse('not-found', `The key of document ${id} was erased`);
  const owner = await ownerOf(document);
  const fileKey = await unwrapFileKey(owner, { wrapped_key, key_id });
  const size = Number(document.size);
  const { read, close } = reading(document);
  const plain =
    part === undefined
      ? opened(owner, fileKey, await read(), size)
      : openedPart(owner, fileKey, read, { size, part });
  const parts = refusing(plain, id);
  try {
    const file = await begun(parts);
    // A reader who leaves before the first part has nothing running that would close the file.
    return file.once('close', close);
  } catch (error) {
    close();
    throw error;
  }
};
