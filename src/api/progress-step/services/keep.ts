import { find } from '../../../access/find';
import { dossiersOf, type Staff } from '../../../access/staff';
import { isSameList, type ProgressChange, type ProgressList } from '../../../contract/progress-step';
import { refuse } from '../../../contract/refuse';
import { inTransaction } from '../../../db';
import { stepsOf } from '../../dossier/services/show';
import { writeSteps } from '../write-steps';

/**
 * Puts a dossier's list in the place of the one that was seen (R107), and gives it as it stands then; refuses where it
 * is another by now. A closed dossier's list is kept too: its last step is often done when it is closed, and staff
 * keep the rest of it up to date as well.
 */
export const keepProgress = (
  staff: Staff,
  dossierId: unknown,
  { steps, seen }: ProgressChange,
): Promise<ProgressList> =>
  inTransaction(async (trx) => {
    const dossier = await find(trx, 'dossiers', dossiersOf(staff), dossierId);
    // Who saves at the same moment waits here, and then sees this list.
    await trx('dossiers').where({ id: dossier.id }).forNoKeyUpdate().first('id');
    const kept = await stepsOf(trx, dossier.id);
    // Also who asks again because the first answer was lost.
    if (isSameList(kept, steps)) return { steps };
    if (!isSameList(kept, seen))
      throw refuse('progress-changed', 'The progress list is not the one that was seen');
    await trx('progress_steps').where({ dossier_id: dossier.id }).delete();
    await writeSteps(trx, dossier.id, steps);
    return { steps };
  });

export default { keepProgress };
