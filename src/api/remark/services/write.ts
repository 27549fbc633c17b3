import type { z } from 'zod';
import { can, discussableOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import { holdSession } from '../../../access/session';
import * as staffAccess from '../../../access/staff';
import type { ErrorCode } from '../../../contract/errors';
import type { newRemarkSchema } from '../../../contract/remark';
import { refuse } from '../../../contract/refuse';
import {
  inTransaction,
  insertRow,
  type DocumentRow,
  type DossierRecord,
  type RemarkRow,
  type Trx,
} from '../../../db';
import { tellClient, touch } from '../../dossier/activity';

type NewRemark = z.output<typeof newRemarkSchema>;

/** Who withdraws the document at the same time comes before, and nothing is said, or after, and takes it along. */
const hold = async (trx: Trx, { id }: DocumentRow, gone: ErrorCode): Promise<void> => {
  const held = await trx('documents').where({ id, withdrawn_at: null }).update({ updated_at: new Date() });
  if (held === 0) throw refuse(gone, 'Nothing is said about what was withdrawn');
};

/** Held before the document, as by who replaces it: nobody waits in a circle. */
const dossierOf = (trx: Trx, { dossier_id: id }: DocumentRow): Promise<DossierRecord> =>
  trx('dossiers').where({ id }).forNoKeyUpdate().first();

type Author =
  Pick<RemarkRow, 'account_id' | 'author_name'> | Pick<RemarkRow, 'staff_author_id' | 'author_name'>;

const insert = async (
  trx: Trx,
  document: DocumentRow,
  author: Author,
  { body }: NewRemark,
): Promise<RemarkRow> => {
  const about = { about_id: document.id, dossier_id: document.dossier_id };
  const { id } = await insertRow(trx, 'remarks', { body, ...about, ...author, written_at: new Date() });
  return trx('remarks').where({ id }).first<RemarkRow>();
};

/** The client answers beside the document. */
export const writeRemark = (account: Account, id: unknown, remark: NewRemark): Promise<RemarkRow> =>
  inTransaction(async (trx) => {
    const document = await find(trx, 'documents', discussableOf(account), id);
    const dossier = await dossierOf(trx, document);
    if (!can.write(dossier)) throw refuse('dossier-closed', 'Remark in a closed dossier');
    if (!(await holdSession(trx, account))) throw refuse('not-signed-in', 'The session was ended meanwhile');
    await hold(trx, document, 'not-found');
    const author = { account_id: account.id, author_name: account.clientName };
    const written = await insert(trx, document, author, remark);
    await touch(trx, dossier);
    return written;
  });

/** The firm remarks on a document, also on one of the client's: it is unread for their accounts, which get a mail. */
export const writeFromDesk = (staff: staffAccess.Staff, id: unknown, remark: NewRemark): Promise<RemarkRow> =>
  inTransaction(async (trx) => {
    const document = await find(trx, 'documents', staffAccess.discussableOf(staff), id);
    const dossier = await dossierOf(trx, document);
    await hold(trx, document, 'document-withdrawn');
    const author = { staff_author_id: staff.id, author_name: staff.name };
    const written = await insert(trx, document, author, remark);
    const subjects = [{ type: 'remark', id: written.document_id }];
    await tellClient(trx, dossier, { event: 'new-remark', subjects });
    return written;
  });

export default { writeRemark, writeFromDesk };
