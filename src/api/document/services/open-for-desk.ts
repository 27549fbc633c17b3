import { find } from '../../../access/find';
import { documentsOf, isTakenBack, type Staff } from '../../../access/staff';
import { refuse } from '../../../contract/refuse';
import { database, type DocumentRow } from '../../../db';

const takenBack = () => refuse('not-found', 'The client took it back');

/** A document that staff are about to look at; nothing is noted, for nothing of it is given out yet. */
export const findForDesk = async (staff: Staff, id: unknown): Promise<DocumentRow> => {
  const document = await find(database(), 'documents', documentsOf(staff), id);
  if (isTakenBack(document)) throw takenBack();
  return document;
};

/**
 * Notes, before its first byte goes out, that the firm has what the client delivered: from then on the client cannot take
 * it back. Where the client was faster, staff find nothing.
 */
export const markOpenedByStaff = async ({ id, account_id }: DocumentRow): Promise<void> => {
  if (account_id === null) return;
  const open = database()('documents').where({ id, withdrawn_at: null });
  const first = await open
    .clone()
    .where({ opened_by_staff_at: null })
    .update({ opened_by_staff_at: new Date() });
  if (first === 0 && (await open.first('id')) === undefined) throw takenBack();
};

export default { findForDesk, markOpenedByStaff };
