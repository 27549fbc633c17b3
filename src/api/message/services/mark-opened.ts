import { inTransaction, type MessageRecord } from '../../../db';

/** Somebody of the staff has opened a message of the client: it is new to the firm no more. */
export const markOpenedByStaff = async (message: MessageRecord): Promise<void> => {
  if (message.account_id === null || message.opened_by_staff_at !== null) return;
  await inTransaction(async (trx) => {
    const now = new Date();
    const opened = await trx('messages')
      .where({ id: message.id, opened_by_staff_at: null })
      .update({ opened_by_staff_at: now });
    // Of two who open at once, one counts.
    if (opened === 0) return;
    await trx('dossiers').where({ id: message.dossier_id }).decrement('staff_unread_count', 1);
  });
};

export default { markOpenedByStaff };
