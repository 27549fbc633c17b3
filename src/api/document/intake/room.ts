import { refuse } from '../../../contract/refuse';
import { database, type Db, type Trx } from '../../../db';

export interface Room {
  /** The dossier's documentId. */
  scope: string;
  /** In bytes. */
  limit: number;
}

/** What all files of a dossier come to, in bytes; one whose content was erased takes no room. */
const filled = async (db: Db, { scope }: Room): Promise<number> => {
  const row = await db('documents')
    .whereIn('dossier_id', (sub) => void sub.select('id').from('dossiers').where({ document_id: scope }))
    .whereNotNull('wrapped_key')
    .sum({ bytes: 'size' })
    .first<{ bytes: number | string | null } | undefined>();
  return Number(row?.bytes ?? 0);
};

/** What files that are still under way will come to; others than uploads in parts are not known before they are there. */
export const announced = async (db: Db, { scope }: Room, now: Date): Promise<number> => {
  const row = await db('uploads')
    .whereIn('dossier_id', (sub) => void sub.select('id').from('dossiers').where({ document_id: scope }))
    .where('expires_at', '>', now)
    .whereNull('result')
    .sum({ bytes: 'size' })
    .first<{ bytes: number | string | null } | undefined>();
  return Number(row?.bytes ?? 0);
};

/** Whether the dossier is full already, or would be by a file of this size. Others may be on their way beside it. */
export const whyNoRoom = async (room: Room, size: number): Promise<'dossier-full' | undefined> =>
  (await filled(database(), room)) + Math.max(size, 1) > room.limit ? 'dossier-full' : undefined;

/** Of two files that come at the same time, and do not both fit, one is refused. */
export const claimRoom = async (trx: Trx, room: Room, size: number): Promise<void> => {
  // No stronger lock: what is written beside it refers to the dossier, and would wait for this in a circle.
  await trx('dossiers').where({ document_id: room.scope }).forNoKeyUpdate().first('id');
  if ((await filled(trx, room)) + size > room.limit) throw refuse('dossier-full', 'The dossier is full');
};
