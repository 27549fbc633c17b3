import { refuse } from '../../../contract/refuse';
import { UPLOAD_HOURS, UPLOADS_MAX } from '../../../contract/upload';
import { inTransaction, insertRow, minutesFrom, newDocumentId, type Trx, type UploadRow } from '../../../db';
import { newFileKey, wrapFileKey } from '../../../vault';
import { requireTakeable } from '../../document/intake/require-clean';
import { announced, claimRoom, type Room } from '../../document/intake/room';
import { limitsFor } from '../../document/intake/take-in';
import { keyOwner } from '../parts/owner';
import type { Purpose, Uploader } from '../uploader';

/** A file that somebody is going to send. */
export interface Coming {
  name: string;
  /** In bytes. */
  size: number;
  modified: number | null;
}

/** Two that begin at the same time wait for each other here: everybody has so many uploads at most. */
const requirePlace = async (trx: Trx, { row: { table, id }, owner }: Uploader, now: Date): Promise<void> => {
  await trx(table).where({ id }).forNoKeyUpdate().first('id');
  const [found]: { count?: number | string }[] = await trx('uploads')
    .where({ ...owner, result: null })
    .where('expires_at', '>', now)
    .count('* as count');
  if (Number(found?.count ?? 0) >= UPLOADS_MAX)
    throw refuse('too-many-uploads', 'Too many uploads at once', { max: UPLOADS_MAX });
};

const insert = (values: Record<string, unknown>, by: Uploader, room: Room, size: number, now: Date) =>
  inTransaction(async (trx) => {
    // First the dossier, then who sends: so it is at the end of an upload, too, and nobody waits in a circle.
    await claimRoom(trx, room, size + (await announced(trx, room, now)));
    await requirePlace(trx, by, now);
    await insertRow(trx, 'uploads', values);
  });

/** Makes room for a file that comes in parts, if the firm takes such a one; gives the upload's documentId. */
export const beginUpload = async <Way extends UploadRow['way']>(
  by: Uploader<Way>,
  dossierId: unknown,
  purpose: Purpose<Way>,
  { name, size, modified }: Coming,
  now = new Date(),
): Promise<string> => {
  const dossier = await by.open(dossierId, purpose);
  const sender = { actor: by.actor, scope: dossier.document_id };
  const { rules, room } = await limitsFor(sender);
  await requireTakeable({ name, size }, sender, rules, room);
  const id = newDocumentId();
  const wrapped = await wrapFileKey(keyOwner(id, dossier.document_id), newFileKey());
  const what = { way: purpose.for, replaces: purpose.document ?? null };
  const whose = { document_id: id, ...by.owner, dossier_id: dossier.id, ...what };
  const expires_at = minutesFrom(now, UPLOAD_HOURS * 60);
  const values = { ...whose, name, size, modified, received: 0, ...wrapped, expires_at };
  await insert(values, by, room, size, now);
  return id;
};

export default { beginUpload };
