import { refuse } from '../contract/refuse';
import type { Db, DossierRecord } from '../db';
import { find } from './find';
import { ADMINISTRATOR, dossiersOf, type Staff } from './staff';

/** The member of staff as they are now: one who has left the firm is nobody any more. */
const asOfNow = async (db: Db, staff: Staff): Promise<Staff | undefined> => {
  const roles = await db('admin_users')
    .leftJoin('admin_users_roles_lnk as held', 'held.user_id', 'admin_users.id')
    .leftJoin('admin_roles', 'admin_roles.id', 'held.role_id')
    .where({ 'admin_users.id': staff.id, 'admin_users.is_active': true })
    .select<{ code: string | null }[]>('admin_roles.code');
  if (roles.length === 0) return undefined;
  return { ...staff, isAdministrator: roles.some(({ code }) => code === ADMINISTRATOR) };
};

/**
 * The dossier, if it is still theirs at the end of something long: meanwhile they may have left the firm or lost their
 * role, or the dossier been given to others. Asked in the transaction that writes the outcome.
 */
export const findStill = async (db: Db, staff: Staff, dossierId: unknown): Promise<DossierRecord> => {
  const now = await asOfNow(db, staff);
  if (now === undefined) throw refuse('not-signed-in', 'Who began this has left the firm meanwhile');
  return find(db, 'dossiers', dossiersOf(now), dossierId);
};
