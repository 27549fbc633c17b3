import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { refuse } from '../../../contract/refuse';
import { database, inTransaction, insertRow, type Trx, type UploadRow } from '../../../db';
import { withSealed, type Spooled } from '../../document/intake/spool';
import { noteLoose, removeLoose } from '../../document/stored/loose-files';
import { store } from '../../document/stored/store';
import { sealOf } from './owner';

/** So many pieces the largest file may come in; every one costs a row and a file. */
const PARTS_MAX = 2_000;

type Sealed = Pick<Spooled, 'path' | 'size'>;

const requireFewParts = async ({ id }: UploadRow): Promise<void> => {
  const [row]: { count?: number | string }[] = await database()('upload_parts')
    .where({ upload_id: id })
    .count('* as count');
  if (Number(row?.count ?? 0) >= PARTS_MAX)
    throw refuse('too-many-uploads', 'An upload in too many parts', { max: PARTS_MAX });
};

/** Of two parts for the same place one counts; which, the row says that both would change. */
const count = async (
  trx: Trx,
  { id }: UploadRow,
  part: number,
  from: number,
  size: number,
): Promise<void> => {
  const counted = await trx('uploads')
    .where({ id, received: from, result: null })
    .whereNotNull('wrapped_key')
    .where('expires_at', '>', new Date())
    .update({ received: from + size });
  if (counted === 0) throw refuse('offset-conflict', 'Other bytes stand there meanwhile');
  await trx('upload_parts').where({ id: part }).update({ kept: true });
};

/** A part is forgotten with its file, unless it counts: the answer to a COMMIT can be lost on its way. */
const forget = async (part: number, key: string): Promise<void> => {
  const isForgotten = await inTransaction(async (trx) => {
    const removed = await trx('upload_parts').where({ id: part, kept: false }).delete();
    if (removed > 0) await noteLoose(trx, key);
    return removed > 0;
  });
  if (isForgotten) await removeLoose(key);
};

/** The row comes first, so that no file is ever in the store without somebody who knows of it. */
const keepSealed = async (upload: UploadRow, from: number, { path, size }: Sealed): Promise<void> => {
  const key = randomUUID();
  const values = { upload_id: upload.id, begins_at: from, size, kept: false, storage_key: key };
  const { id } = await insertRow(database(), 'upload_parts', values);
  try {
    await store({ path, size }, key);
    await inTransaction((trx) => count(trx, upload, id, from, size));
  } catch (error) {
    await forget(id, key);
    throw error;
  }
};

/**
 * Keeps what comes, sealed, as the next bytes of an upload from `from` on; gives how many bytes of the file are kept
 * then. Nothing of it is kept where others came first.
 */
export const keepPart = async (upload: UploadRow, from: number, stream: Readable): Promise<number> => {
  await requireFewParts(upload);
  const seal = await sealOf(upload);
  return withSealed(stream, seal(from), async (sealed) => {
    if (sealed.size > 0) await keepSealed(upload, from, sealed);
    return from + sealed.size;
  });
};
