import { database, minutesFrom } from '../../db';
import type { MailEvent } from '../../mail/events';

/** Longer than any attempt may take (the mail server's time-outs add up to 40 seconds). */
const LEASE_MINUTES = 5;
const BATCH = 20;

export interface Notification {
  id: number;
  document_id: string;
  event: MailEvent;
  account_id: number;
  attempts: number;
  /** The address, where it is not the account's own; null where it is. */
  recipient: string | null;
}

const due = (now: Date) =>
  database()('notifications')
    .where({ state: 'waiting' })
    .where('due_at', '<=', now)
    .where((free) => void free.whereNull('leased_until').orWhere('leased_until', '<', now));

/** Takes one row for this process: of two workers that try, the second finds it taken. */
const take = async (id: number, now: Date): Promise<Notification | undefined> => {
  const rows: Notification[] = await due(now)
    .where({ id })
    .update({ leased_until: minutesFrom(now, LEASE_MINUTES) })
    .returning(['id', 'document_id', 'event', 'account_id', 'attempts', 'recipient']);
  return rows[0];
};

/** The rows that are due, leased to this process; a process that dies leaves them to the next when the lease ends. */
export const takeDue = async (now: Date): Promise<Notification[]> => {
  const candidates = await due(now).orderBy('due_at').limit(BATCH).select<{ id: number }[]>('id');
  const taken: Notification[] = [];
  for (const { id } of candidates) {
    const notification = await take(id, now);
    if (notification !== undefined) taken.push(notification);
  }
  return taken;
};
