import { database, minutesFrom } from '../../../db';

/** In hours. */
const EVERY = 6;

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

/** Sweeps now, and every few hours while the process lives. */
export const startSweep = (): { stop: () => Promise<void> } => {
  let running: Promise<void> = Promise.resolve();
  const sweep = (): void => {
    running = sweepEnded(new Date()).catch(
      (error: unknown) => void strapi.log.error(`What has ended was not swept: ${String(error)}`),
    );
  };
  sweep();
  const timer = setInterval(sweep, EVERY * 60 * 60_000);
  timer.unref();
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await running;
  };
  return { stop };
};

export default { sweepEnded };
