import { can, dossiersOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import { holdSession } from '../../../access/session';
import { refuse } from '../../../contract/refuse';
import type { UploadWay } from '../../../contract/upload';
import { database, insertRow, type Db, type DossierRecord, type Trx } from '../../../db';
import { touch } from '../../dossier/activity';
import { firmSettings } from '../../firm/services/settings';
import { clientActor, writeProof } from '../../proof/write';
import { nothingElse } from '../intake/alongside';
import { takeIn } from '../intake/take-in';
import type { Upload } from '../intake/upload';

/** Files come into the dossier itself, or with a message; which of the two is the firm's choice (R67). */
export const openDossier = async (
  db: Db,
  account: Account,
  id: unknown,
  way: UploadWay,
): Promise<DossierRecord> => {
  const dossier = await find(db, 'dossiers', dossiersOf(account), id);
  if (!can.write(dossier)) throw refuse('dossier-closed', 'Upload to a closed dossier');
  if (way === 'dossier' && !can.upload(dossier, await firmSettings(db)))
    throw refuse('message-needed', 'The firm takes files with a message only');
  return dossier;
};

/** Asked when the file is there: while a long one arrived, the session may have ended, or the dossier been closed. */
const requireStill = async (trx: Trx, account: Account, id: unknown, way: UploadWay): Promise<void> => {
  if (!(await holdSession(trx, account))) throw refuse('not-signed-in', 'The session ended during an upload');
  await openDossier(trx, account, id, way);
};

/** The client delivers a file into the dossier; it stands under "Provided by me" (R67). */
export const uploadDocument = async (
  account: Account,
  id: unknown,
  upload: Upload,
  alongside = nothingElse,
): Promise<string> => {
  const dossier = await openDossier(database(), account, id, 'dossier');
  return takeIn(upload, { actor: account.email, scope: dossier.document_id }, async (trx, columns) => {
    await requireStill(trx, account, id, 'dossier');
    const values = {
      ...columns,
      shelf: 'provided',
      dossier_id: dossier.id,
      account_id: account.id,
      author_name: account.email,
    };
    const { documentId } = await insertRow(trx, 'documents', { ...values, shared_at: new Date() });
    await touch(trx, dossier);
    const documents = [{ ...columns, document_id: documentId, shelf: 'provided' as const }];
    await writeProof(trx, dossier.document_id, 'published', { documents, by: clientActor(account) });
    await alongside(trx, documentId);
    return documentId;
  });
};

/** The client uploads a file for a message that is not sent yet; until then nobody else finds it. */
export const uploadAttachment = async (
  account: Account,
  id: unknown,
  upload: Upload,
  alongside = nothingElse,
): Promise<string> => {
  const dossier = await openDossier(database(), account, id, 'message');
  return takeIn(upload, { actor: account.email, scope: dossier.document_id }, async (trx, columns) => {
    await requireStill(trx, account, id, 'message');
    const values = {
      ...columns,
      shelf: 'provided',
      dossier_id: dossier.id,
      account_id: account.id,
      author_name: account.email,
    };
    const { documentId } = await insertRow(trx, 'documents', values);
    await alongside(trx, documentId);
    return documentId;
  });
};

export default { uploadDocument, uploadAttachment };
