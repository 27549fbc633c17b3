import type { MailEvent } from '../../mail/events';
import { insertRow, minutesFrom, type StoredMoment, type Trx } from '../../db';

interface Announcement {
  event: MailEvent;
  accountId: number;
  dossierId?: number;
  /** The address, where it is not to be the account's own at the time of sending. */
  recipient?: string;
  /** When it is to be sent; at once where nothing is said. */
  dueAt?: Date;
}

/** The name of the event that wakes the worker; its handler finds what is due in the database. */
export const OUTBOX_FILLED = 'aktenpoort.outbox-filled';

/**
 * Puts a mail in the outbox, in the transaction of what it announces: either both are true, or neither.
 * The worker is woken when the transaction has been committed. Gives the mail's documentId.
 */
export const announce = async (
  trx: Trx,
  { event, accountId, dossierId, recipient, dueAt = new Date() }: Announcement,
): Promise<string> => {
  const { documentId } = await insertRow(trx, 'notifications', {
    event,
    account_id: accountId,
    dossier_id: dossierId ?? null,
    recipient: recipient ?? null,
    state: 'waiting',
    attempts: 0,
    due_at: dueAt,
  });
  const wake = (): void => void strapi.eventHub.emit(OUTBOX_FILLED);
  // What was not committed wakes nobody; who began the transaction answers for its failure.
  void trx.executionPromise.then(wake, () => undefined);
  return documentId;
};

/** Minutes between two mails of one kind about one dossier, where they are put together. */
const APART = 10;

type Together = Required<Pick<Announcement, 'event' | 'accountId' | 'dossierId'>>;

/**
 * The same for what comes in quick succession, as remarks do: the first mail goes at once, and one more, ten minutes
 * after it, tells of all that came meanwhile. What is being sent just now is never joined: its mail may be gone already.
 */
export const announceTogether = async (trx: Trx, mail: Together): Promise<string> => {
  const { event, accountId, dossierId } = mail;
  const alike = () => trx('notifications').where({ event, account_id: accountId, dossier_id: dossierId });
  const [joined]: { document_id: string }[] = await alike()
    .where({ state: 'waiting', leased_until: null })
    .update({ updated_at: new Date() })
    .returning('document_id');
  if (joined !== undefined) return joined.document_id;
  // What was dropped told nobody anything: nobody need wait for it.
  const last = await alike()
    .whereNot({ state: 'dropped' })
    .first<{ due_at: StoredMoment | null } | undefined>(trx.raw('max(due_at) as due_at'));
  const next = minutesFrom(new Date(last?.due_at ?? 0), APART);
  return announce(trx, { ...mail, dueAt: next > new Date() ? next : new Date() });
};
