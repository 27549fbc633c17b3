import { refuse } from '../contract/refuse';
import type { DossierRecord, Trx } from '../db';
import { find } from './find';
import { ADMINISTRATOR, dossiersOf, type Staff } from './staff';

/**
 * The member of staff as they are now: one who has left the firm is nobody any more. Whoever is changing that at this
 * moment is waited for, and whoever comes later waits until this transaction has ended.
 */
const asOfNow = async (trx: Trx, staff: Staff): Promise<Staff | undefined> => {
  const user = await trx('admin_users')
    .where({ id: staff.id, is_active: true })
    .forShare()
    .first<{ id: number } | undefined>('id');
  if (user === undefined) return undefined;
  const roles = await trx('admin_users_roles_lnk as held')
    .join('admin_roles', 'admin_roles.id', 'held.role_id')
    .where('held.user_id', staff.id)
    .forShare('held')
    .select<{ code: string }[]>('admin_roles.code');
  return { ...staff, isAdministrator: roles.some(({ code }) => code === ADMINISTRATOR) };
};

/**
 * The dossier, if it is still theirs at the end of something long: meanwhile they may have left the firm or lost their
 * role, or the dossier been given to others. Asked in the transaction that writes the outcome, which holds the dossier
 * already: who assigns it to others holds it too.
 */
export const findStill = async (trx: Trx, staff: Staff, dossierId: unknown): Promise<DossierRecord> => {
  const now = await asOfNow(trx, staff);
  if (now === undefined) throw refuse('not-signed-in', 'Who began this has left the firm meanwhile');
  return find(trx, 'dossiers', dossiersOf(now), dossierId);
};
