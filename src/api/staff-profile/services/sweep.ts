import { database } from '../../../db';

/** Removes the numbers of people who are no longer known to the panel: Strapi only takes the name off them. */
export const sweepProfiles = async (): Promise<void> => {
  await database()('staff_profiles').whereNull('user_id').delete();
};

export default { sweepProfiles };
