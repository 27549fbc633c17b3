import type { DocumentRow, Trx } from '../../db';
import { readings } from '../../plugin-services';

/** What was said about a document that goes, goes with it; staff keep the trace. */
export const retractRemarks = (trx: Trx, { id }: Pick<DocumentRow, 'id'>): Promise<void> =>
  readings().retract(trx, {
    type: 'remark',
    ids: trx('remarks').where({ about_id: id }).select('document_id'),
  });
