import { find } from '../../../access/find';
import { dossiersOf, type Staff } from '../../../access/staff';
import { refuse } from '../../../contract/refuse';
import type { Assignment } from '../../../contract/dossier';
import { inTransaction, type Trx } from '../../../db';

const idsOf = async (trx: Trx, staffIds: string[]): Promise<number[]> => {
  const rows = await trx('admin_users')
    .whereIn('document_id', staffIds)
    .where({ is_active: true })
    .select<{ id: number }[]>('id');
  if (rows.length !== new Set(staffIds).size) throw refuse('not-found', 'Not every one of them works here');
  return rows.map(({ id }) => id);
};

/** Replaces the staff of a dossier; gives the dossier's row id. */
export const assignStaff = (staff: Staff, id: unknown, { staffIds }: Assignment): Promise<number> =>
  inTransaction(async (trx) => {
    const dossier = await find(trx, 'dossiers', dossiersOf(staff), id);
    const users = await idsOf(trx, staffIds);
    // A file that is published meanwhile comes before or after: see `findStill`.
    await trx('dossiers').where({ id: dossier.id }).forNoKeyUpdate().first('id');
    await trx('dossiers_staff_lnk').where({ dossier_id: dossier.id }).delete();
    await trx('dossiers_staff_lnk').insert(users.map((user) => ({ dossier_id: dossier.id, user_id: user })));
    return dossier.id;
  });

export default { assignStaff };
