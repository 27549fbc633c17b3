import { find } from '../../../access/find';
import { profilesOf, type Staff } from '../../../access/staff';
import type { StaffPhone } from '../../../contract/staff-profile';
import { inTransaction, insertUnlessTaken } from '../../../db';

/** Keeps the number that clients call a member of staff at, or takes it away. */
export const keepPhone = (staff: Staff, id: unknown, { phone }: StaffPhone): Promise<StaffPhone> =>
  inTransaction(async (trx) => {
    const { id: user_id } = await find(trx, 'admin_users', profilesOf(staff), id);
    const profile = trx('staff_profiles').where({ user_id });
    if (phone === null) await profile.delete();
    else if ((await insertUnlessTaken(trx, 'staff_profiles', { user_id, phone })) === undefined)
      await profile.update({ phone, updated_at: new Date() });
    return { phone };
  });

export default { keepPhone };
