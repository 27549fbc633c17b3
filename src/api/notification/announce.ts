import type { MailEvent } from '../../mail/events';
import { insertRow, type Trx } from '../../db';

interface Announcement {
  event: MailEvent;
  accountId: number;
  dossierId?: number;
  /** The address, where it is not to be the account's own at the time of sending. */
  recipient?: string;
}

/** The name of the event that wakes the worker; its handler finds what is due in the database. */
export const OUTBOX_FILLED = 'aktenpoort.outbox-filled';

/**
 * Puts a mail in the outbox, in the transaction of what it announces: either both are true, or neither.
 * The worker is woken when the transaction has been committed. Gives the mail's documentId.
 */
export const announce = async (
  trx: Trx,
  { event, accountId, dossierId, recipient }: Announcement,
): Promise<string> => {
  const { documentId } = await insertRow(trx, 'notifications', {
    event,
    account_id: accountId,
    dossier_id: dossierId ?? null,
    recipient: recipient ?? null,
    state: 'waiting',
    attempts: 0,
    due_at: new Date(),
  });
  const wake = (): void => void strapi.eventHub.emit(OUTBOX_FILLED);
  // What was not committed wakes nobody; who began the transaction answers for its failure.
  void trx.executionPromise.then(wake, () => undefined);
  return documentId;
};
