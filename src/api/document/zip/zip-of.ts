import { PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { MANIFEST_NAME } from '../../../contract/document';
import { moment, published, type DocumentRow } from '../../../db';
import type { Delivery } from '../delivery';
import { begun } from '../stored/begun';
import { deliveringEntries, type Entry } from './deliver-entries';
import { fileNames } from './names';

declare module 'yazl' {
  interface ZipFile {
    /** How many bytes were packed so far; its types leave it out. */
    readonly outputStreamCursor: number;
  }
}

/** A document whose turn has come, and who is told when it has gone out, where that counts. */
interface Opened {
  file: Readable;
  delivery: Delivery | undefined;
}

/** Opens a document when its turn has come; undefined where it is not to be had any more. */
type Open = (document: DocumentRow) => Promise<Opened | undefined>;

/** What is being packed: one file at a time. */
interface Packing {
  zip: ZipFile;
  open: Open;
  /** What was packed and has not gone out yet. */
  entries: Entry[];
  current?: Readable;
}

const pack = async (packing: Packing, document: DocumentRow, name: string): Promise<boolean> => {
  const opened = await packing.open(document);
  if (opened === undefined) return false;
  const { file, delivery } = opened;
  const { zip, entries } = packing;
  packing.current = file;
  // Listened to below; one that fails after its end is nobody's concern.
  file.on('error', () => undefined);
  const [size, mtime] = [Number(document.size), new Date(moment(published(document.shared_at)))];
  // Most documents are packed already.
  zip.addReadStreamLazy(name, { size, mtime, compress: false }, (give) => {
    // Asked when all that stands before the document has been packed.
    if (delivery) entries.push({ end: zip.outputStreamCursor + size, delivery });
    give(null, file);
  });
  await finished(file);
  return true;
};

const packAll = async (packing: Packing, documents: DocumentRow[]): Promise<void> => {
  const nameOf = fileNames();
  const manifest: string[] = [];
  for (const document of documents) {
    const name = nameOf(document.name);
    if (await pack(packing, document, name)) manifest.push(`${document.sha_256}  ${name}\n`);
  }
  packing.zip.addBuffer(Buffer.from(manifest.join('')), MANIFEST_NAME);
  packing.zip.end();
};

async function* packed(packing: Packing, documents: DocumentRow[]): AsyncGenerator<Buffer> {
  const { zip } = packing;
  const parts = zip.outputStream.pipe(new PassThrough());
  // Without its end a zip is none: nobody takes a broken one for a whole.
  const fail = (error: Error): void => void parts.destroy(error);
  zip.on('error', fail);
  packAll(packing, documents).catch(fail);
  try {
    for await (const part of parts as AsyncIterable<Buffer>) yield part;
  } finally {
    // Where the reader has left, the file under way is closed.
    packing.current?.destroy();
  }
}

/** A zip whose first part is at hand, and its parts as they go out. */
export interface Zip {
  file: Readable;
  parts: AsyncIterable<Buffer>;
}

/**
 * The documents in one zip, in their order, packed while they go out, with a list of their hashes at the end. Rejects
 * where the first cannot be opened; what is wrong later is an error of the stream, and the zip has no end.
 */
export const zipOf = async (documents: DocumentRow[], open: Open): Promise<Zip> => {
  const packing: Packing = { zip: new ZipFile(), open, entries: [] };
  const parts = packed(packing, documents);
  const file = await begun(parts);
  // A reader who leaves before the first part has nothing running that would close the file.
  file.once('close', () => void parts.return(undefined));
  return { file, parts: deliveringEntries(file, packing.entries) };
};
