import { find } from '../../../access/find';
import { documentsOf, type Staff } from '../../../access/staff';
import { refuse } from '../../../contract/refuse';
import { inTransaction } from '../../../db';
import { readings } from '../../../plugin-services';
import { scopeOf, staffActor, writeProof } from '../../proof/write';
import { documentType } from '../../dossier/readers';
import { retractRemarks } from '../../remark/retract';

/** Takes a document back: the client finds it no more, staff see it as withdrawn and whether it was opened (B13). */
export const withdrawDocument = (staff: Staff, id: unknown): Promise<string> =>
  inTransaction(async (trx) => {
    const document = await find(trx, 'documents', documentsOf(staff), id);
    if (document.account_id !== null)
      throw refuse('not-allowed', "What the client delivered is not the firm's to take back");
    const withdrawn = await trx('documents')
      .where({ id: document.id, withdrawn_at: null })
      .update({ withdrawn_at: new Date() });
    // Its message holds one less; of two who withdraw at once, one counts.
    if (withdrawn > 0 && document.message_id !== null)
      await trx('messages').where({ id: document.message_id }).decrement('attachment_count', 1);
    await readings().retract(trx, { type: documentType(document.shelf), ids: [document.document_id] });
    await retractRemarks(trx, document);
    if (withdrawn > 0) {
      const proof = { documents: [document], by: staffActor(staff) };
      await writeProof(trx, await scopeOf(trx, document.dossier_id), 'withdrawn', proof);
    }
    return document.document_id;
  });

export default { withdrawDocument };
