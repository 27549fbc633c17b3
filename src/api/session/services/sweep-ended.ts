import { database, minutesFrom } from '../../../db';

/** What has ended lets nobody in any more; it is only in the way, and tells who signed in from where. */
export const sweepEnded = async (now: Date): Promise<void> => {
  const db = database();
  await db('sessions').where('ends_at', '<', now).orWhere('idle_ends_at', '<', now).delete();
  await db('sign_ins').where('ends_at', '<', now).delete();
  await db('up_users')
    .where('pending_email_until', '<', now)
    .update({ pending_email: null, pending_email_until: null });
  // Used ones stay until their end, as the trace of a password that was just chosen.
  await db('mailed_links')
    .where('ends_at', '<', minutesFrom(now, -24 * 60))
    .delete();
};

export default { sweepEnded };
