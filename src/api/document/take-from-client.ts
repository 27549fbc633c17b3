import type { DocumentRow, Trx } from '../../db';
import { readings } from '../../plugin-services';
import { documentType } from '../dossier/readers';
import { retractRemarks } from '../remark/retract';

/**
 * From now on the client finds a document no more, and what of it was unread stops counting; staff keep it, with who had
 * opened it. False where it was withdrawn already: of two who do that at once, one counts.
 */
export const takeFromClient = async (
  trx: Trx,
  document: DocumentRow,
  replacedBy: number | null = null,
): Promise<boolean> => {
  const withdrawn = await trx('documents')
    .where({ id: document.id, withdrawn_at: null })
    .update({ withdrawn_at: new Date(), replaced_by_id: replacedBy });
  if (withdrawn === 0) return false;
  await readings().retract(trx, { type: documentType(document.shelf), ids: [document.document_id] });
  await retractRemarks(trx, document);
  return true;
};
