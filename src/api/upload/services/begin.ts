import type { Account } from '../../../access/client';
import { refuse } from '../../../contract/refuse';
import { UPLOAD_HOURS, UPLOADS_MAX, type UploadWay } from '../../../contract/upload';
import { database, inTransaction, insertRow, minutesFrom, newDocumentId, type Trx } from '../../../db';
import { newFileKey, wrapFileKey } from '../../../vault';
import { requireTakeable } from '../../document/intake/require-clean';
import { announced, claimRoom, type Room } from '../../document/intake/room';
import { limitsFor } from '../../document/intake/take-in';
import { openDossier } from '../../document/services/upload';
import { keyOwner } from '../parts/owner';

/** A file that somebody is going to send. */
export interface Coming {
  name: string;
  /** In bytes. */
  size: number;
  modified: number | null;
}

/** Two that begin at the same time wait for each other here: an account has so many uploads at most. */
const requirePlace = async (trx: Trx, { id }: Account, now: Date): Promise<void> => {
  await trx('up_users').where({ id }).forNoKeyUpdate().first('id');
  const [row]: { count?: number | string }[] = await trx('uploads')
    .where({ account_id: id, result: null })
    .where('expires_at', '>', now)
    .count('* as count');
  if (Number(row?.count ?? 0) >= UPLOADS_MAX)
    throw refuse('too-many-uploads', 'Too many uploads of an account at once', { max: UPLOADS_MAX });
};

const insert = (values: Record<string, unknown>, account: Account, room: Room, size: number, now: Date) =>
  inTransaction(async (trx) => {
    await requirePlace(trx, account, now);
    await claimRoom(trx, room, size + (await announced(trx, room, now)));
    await insertRow(trx, 'uploads', values);
  });

/** Makes room for a file that comes in parts, if the firm takes such a one; gives the upload's documentId. */
export const beginUpload = async (
  account: Account,
  dossierId: unknown,
  way: UploadWay,
  { name, size, modified }: Coming,
  now = new Date(),
): Promise<string> => {
  const dossier = await openDossier(database(), account, dossierId, way);
  const sender = { actor: account.email, scope: dossier.document_id };
  const { rules, room } = await limitsFor(sender);
  await requireTakeable({ name, size }, sender, rules, room);
  const id = newDocumentId();
  const wrapped = await wrapFileKey(keyOwner(id, dossier.document_id), newFileKey());
  const whose = { document_id: id, account_id: account.id, dossier_id: dossier.id, way };
  const expires_at = minutesFrom(now, UPLOAD_HOURS * 60);
  const values = { ...whose, name, size, modified, received: 0, ...wrapped, expires_at };
  await insert(values, account, room, size, now);
  return id;
};

export default { beginUpload };
