import { database, minutesFrom, type DocumentRow, type Filter } from '../../../db';
import { removeDraft } from '../../document/services/drop';
import { discardParts } from '../parts/discard';

const BATCH = 100;

/** How long a file waits for the message that it was uploaded for, in days. */
const DRAFT_DAYS = 7;

const partsOf: Filter = (sub) =>
  void sub.select('id').from('upload_parts').whereRaw('upload_parts.upload_id = uploads.id');

const overAfter = (id: number, now: Date): Promise<{ id: number }[]> =>
  database()('uploads')
    .where('id', '>', id)
    .where((over) => void over.where('expires_at', '<=', now).orWhereNotNull('result'))
    .whereExists(partsOf)
    .orderBy('id')
    .limit(BATCH)
    .select<{ id: number }[]>('id');

/** Removes what is left of uploads that were given up, and what their ends left behind. */
export const sweepUploads = async (now: Date): Promise<void> => {
  // Whatever is still being sent or finished finds no key any more.
  await database()('uploads').where('expires_at', '<=', now).update({ wrapped_key: null, key_id: null });
  for (
    let over = await overAfter(0, now);
    over.length > 0;
    over = await overAfter(over.at(-1)?.id ?? 0, now)
  ) {
    for (const { id } of over) await discardParts(id);
  }
  await database()('uploads').where('expires_at', '<=', now).whereNotExists(partsOf).delete();
};

const draftsBefore = (moment: Date): Promise<DocumentRow[]> =>
  database()('documents')
    .whereNull('shared_at')
    .where('created_at', '<', moment)
    .limit(BATCH)
    .select<DocumentRow[]>('*');

/** Removes files that were uploaded for a message which was never sent: they fill the dossier, and nobody sees them. */
export const sweepDrafts = async (now: Date): Promise<void> => {
  const before = minutesFrom(now, -DRAFT_DAYS * 24 * 60);
  for (let drafts = await draftsBefore(before); drafts.length > 0; drafts = await draftsBefore(before)) {
    for (const draft of drafts) await removeDraft(draft);
  }
};

export default { sweepUploads, sweepDrafts };
