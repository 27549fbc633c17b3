import { PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { MANIFEST_NAME } from '../../../contract/document';
import { moment, published, type DocumentRow } from '../../../db';
import { begun } from '../stored/begun';
import { fileNames } from './names';

/** Opens a document when its turn has come; undefined where it is not to be had any more. */
type Open = (document: DocumentRow) => Promise<Readable | undefined>;

/** What is being packed: one file at a time. */
interface Packing {
  zip: ZipFile;
  open: Open;
  current?: Readable;
}

const pack = async (packing: Packing, document: DocumentRow, name: string): Promise<boolean> => {
  const file = await packing.open(document);
  if (file === undefined) return false;
  packing.current = file;
  // Listened to below; one that fails after its end is nobody's concern.
  file.on('error', () => undefined);
  packing.zip.addReadStream(file, name, {
    size: Number(document.size),
    mtime: new Date(moment(published(document.shared_at))),
    // Most documents are packed already.
    compress: false,
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

async function* packed(documents: DocumentRow[], open: Open): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const packing: Packing = { zip, open };
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

/**
 * The documents in one zip, in their order, packed while they go out, with a list of their hashes at the end. Rejects
 * where the first cannot be opened; what is wrong later is an error of the stream, and the zip has no end.
 */
export const zipOf = async (documents: DocumentRow[], open: Open): Promise<Readable> => {
  const parts = packed(documents, open);
  const zip = await begun(parts);
  // A reader who leaves before the first part has nothing running that would close the file.
  return zip.once('close', () => void parts.return(undefined));
};
