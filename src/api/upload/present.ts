import type { UploadView } from '../../contract/upload';
import { moment, type UploadRow } from '../../db';

export const presentUpload = (upload: UploadRow): UploadView => ({
  id: upload.document_id,
  name: upload.name,
  size: Number(upload.size),
  received: Number(upload.received),
  modified: upload.modified === null ? null : Number(upload.modified),
  expiresAt: moment(upload.expires_at),
});
