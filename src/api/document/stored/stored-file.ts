import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { Readable } from 'node:stream';
import { refuse } from '../../../contract/refuse';
import type { DocumentRow } from '../../../db';
import { storage, type StoredFile } from '../../../plugin-services';
import { settings } from '../../../settings';
import type { Part } from '../../../vault';

/** How long a store may take to begin its answer, and how long it may be silent in the middle, in milliseconds. */
const ANSWER_MS = 10_000;
const SILENCE_MS = 300_000;

/** What the provider needs to know of a file that is sealed: nothing of its content. */
export const storedFile = (key: string, size: number): StoredFile => ({
  hash: key,
  ext: '',
  mime: 'application/octet-stream',
  size,
  // By this form of address the S3 provider knows its own bucket; the folder's provider does not look at it.
  url: `s3://${settings().documents.bucket}/${key}`,
});

const rangeOf = (part?: Part): Record<string, string> =>
  part === undefined ? {} : { Range: `bytes=${part.first}-${part.last}` };

const answerOf = (url: string, part?: Part): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? https : http).get(url, { headers: rangeOf(part) }, resolve);
    request.on('error', reject);
    // A reader may pause for long; only a store that has not answered at all is told off so soon.
    const timer = setTimeout(() => request.destroy(new Error('The store does not answer')), ANSWER_MS);
    request.on('response', (response) => {
      clearTimeout(timer);
      response.setTimeout(SILENCE_MS, () => response.destroy(new Error('The store fell silent')));
    });
    request.on('close', () => clearTimeout(timer));
  });

const missing = (): Error => Object.assign(new Error('The store has no such file'), { code: 'ENOENT' });

/** S3 is read by the server through a link that never leaves it: nobody gets past the portal's checks. */
const readThroughLink = async (file: StoredFile, part?: Part): Promise<Readable> => {
  const { url } = (await storage().getSignedUrl?.(file)) ?? { url: '' };
  const response = await answerOf(url, part);
  if (response.statusCode === (part === undefined ? 200 : 206)) return response;
  response.destroy();
  if (response.statusCode === 404) throw missing();
  throw new Error(`The store answered ${String(response.statusCode)}`);
};

const isMissing = (error: unknown): boolean =>
  // Asked of its form alone: an error of Node's own may be no `Error` of this realm.
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The sealed bytes of a document or of a part of an upload, or some of them, from whichever store keeps them. */
export const openStored = async (
  { document_id: id, storage_key: key }: Pick<DocumentRow, 'document_id' | 'storage_key'>,
  part?: Part,
): Promise<Readable> => {
  const file = storedFile(key, 0);
  try {
    return await (storage().read?.(file, part) ?? readThroughLink(file, part));
  } catch (error) {
    if (isMissing(error)) throw refuse('file-damaged', `The file of document ${id} is missing in the store`);
    throw refuse('storage-unavailable', `The file of document ${id} cannot be read: ${said(error)}`);
  }
};

/** Deletes a file; false, and a line in the log, where the store fails. */
export const isDeleted = async (file: StoredFile): Promise<boolean> => {
  try {
    await storage().delete(file);
    return true;
  } catch (error) {
    strapi.log.error(`The store did not remove ${file.hash}, which no document needs: ${said(error)}`);
    return false;
  }
};
