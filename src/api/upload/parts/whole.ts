import { Readable } from 'node:stream';
import { refuse } from '../../../contract/refuse';
import { database, type UploadPartRow, type UploadRow } from '../../../db';
import { refusing } from '../../document/stored/open-document';
import { openStored } from '../../document/stored/stored-file';
import { opened } from '../../../vault';
import { sealOf } from './owner';

type SealOf = Awaited<ReturnType<typeof sealOf>>;

async function* openedPart(seal: SealOf, part: UploadPartRow): AsyncGenerator<Buffer> {
  const { owner, fileKey } = seal(Number(part.begins_at));
  const sealed = await openStored(part);
  try {
    yield* refusing(opened(owner, fileKey, sealed, Number(part.size)), part.document_id);
  } finally {
    sealed.destroy();
  }
}

async function* openedParts(upload: UploadRow): AsyncGenerator<Buffer> {
  const seal = await sealOf(upload);
  const parts = await database()('upload_parts')
    .where({ upload_id: upload.id, kept: true })
    .orderBy('begins_at')
    .select<UploadPartRow[]>('*');
  let at = 0;
  for (const part of parts) {
    if (Number(part.begins_at) !== at) break;
    yield* openedPart(seal, part);
    at += Number(part.size);
  }
  if (at !== Number(upload.size))
    throw refuse('file-damaged', `Of the upload ${upload.document_id} parts are missing`);
}

/** All bytes of an upload in their order, opened while they are read; it ends only where all of them were given. */
export const wholeOf = (upload: UploadRow): Readable =>
  Readable.from(openedParts(upload), { objectMode: false });
