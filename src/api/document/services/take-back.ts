import { documentsOf, whyNotTakeBack, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import { refuse } from '../../../contract/refuse';
import { inTransaction, type DocumentRow, type DossierRecord, type Trx } from '../../../db';
import { clientActor, writeProof } from '../../proof/write';
import { retractRemarks } from '../../remark/retract';
import { eraseFile, finishErasing } from '../erase-file';

/** The decision itself: of the firm that opens it and the client who takes it back at the same time, one finds the row. */
const claim = async (trx: Trx, { id }: DocumentRow): Promise<void> => {
  const taken = await trx('documents')
    .where({ id, withdrawn_at: null, opened_by_staff_at: null })
    // Without its key the content is gone from this moment on, in every backup too.
    .update({ withdrawn_at: new Date(), wrapped_key: null, key_id: null });
  if (taken === 0) throw refuse('already-opened', 'The firm has just opened it');
};

/** The client undoes an upload that nobody of the firm has opened (B13): its content is deleted, the trace stays. */
export const takeBack = async (account: Account, id: unknown): Promise<void> => {
  const document = await inTransaction(async (trx) => {
    const found = await find(trx, 'documents', documentsOf(account), id);
    const dossier = await trx('dossiers').where({ id: found.dossier_id }).first<DossierRecord>();
    const reason = whyNotTakeBack(account, found, dossier);
    if (reason !== undefined) throw refuse(reason, 'The upload cannot be taken back');
    await claim(trx, found);
    await retractRemarks(trx, found);
    const proof = { documents: [found], by: clientActor(account) };
    await writeProof(trx, dossier.document_id, 'withdrawn', proof);
    return found;
  });
  await eraseFile(document);
};

export default { takeBack, finishErasing };
