import { find } from '../../../access/find';
import { documentsOf, type Staff } from '../../../access/staff';
import { refuse } from '../../../contract/refuse';
import { inTransaction } from '../../../db';
import { scopeOf, staffActor, writeProof } from '../../proof/write';
import { takeFromClient } from '../take-from-client';

/** Takes a document back: the client finds it no more, staff see it as withdrawn and whether it was opened (B13). */
export const withdrawDocument = (staff: Staff, id: unknown): Promise<string> =>
  inTransaction(async (trx) => {
    const document = await find(trx, 'documents', documentsOf(staff), id);
    if (document.account_id !== null)
      throw refuse('not-allowed', "What the client delivered is not the firm's to take back");
    if (!(await takeFromClient(trx, document))) return document.document_id;
    // Its message holds one less.
    if (document.message_id !== null)
      await trx('messages').where({ id: document.message_id }).decrement('attachment_count', 1);
    const proof = { documents: [document], by: staffActor(staff) };
    await writeProof(trx, await scopeOf(trx, document.dossier_id), 'withdrawn', proof);
    return document.document_id;
  });

export default { withdrawDocument };
