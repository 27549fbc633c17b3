import type { AttachmentView, DocumentView } from '../../contract/document';
import type { UploadView } from '../../contract/upload';
import { documentsOf, draftsOf, type Account } from '../../access/client';
import { find } from '../../access/find';
import { database, moment, type UploadRow } from '../../db';
import { presentAttachment, presentDelivered } from '../document/present';

export const presentUpload = (upload: UploadRow): UploadView => ({
  id: upload.document_id,
  name: upload.name,
  size: Number(upload.size),
  received: Number(upload.received),
  modified: upload.modified === null ? null : Number(upload.modified),
  expiresAt: moment(upload.expires_at),
});

/** What the upload has become, as the upload in one request shows it; not found where it was taken back or sent. */
export const presentResult = async (
  account: Account,
  { way }: UploadRow,
  id: string,
): Promise<DocumentView | AttachmentView> =>
  way === 'dossier'
    ? presentDelivered(account, await find(database(), 'documents', documentsOf(account), id))
    : presentAttachment(await find(database(), 'documents', draftsOf(account), id));
