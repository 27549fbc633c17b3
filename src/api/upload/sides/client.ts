import { documentsOf, dossiersOf, draftsOf, uploadsOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import type { UploadWay } from '../../../contract/upload';
import { database } from '../../../db';
import { presentAttachment, presentDelivered } from '../../document/present';
import { openDossier, uploadAttachment, uploadDocument } from '../../document/services/upload';
import type { Uploader } from '../uploader';

/** A client's account delivers files, into the dossier or for a message. */
export const byAccount = (account: Account): Uploader<UploadWay> => ({
  owner: { account_id: account.id },
  row: { table: 'up_users', id: account.id },
  actor: account.email,
  uploads: (now) => uploadsOf(account, now),
  dossiers: dossiersOf(account),
  open: (dossierId, { for: way }) => openDossier(database(), account, dossierId, way),
  take: ({ way }, ...file) =>
    way === 'message' ? uploadAttachment(account, ...file) : uploadDocument(account, ...file),
  arrived: async (way, id) =>
    way === 'message'
      ? presentAttachment(await find(database(), 'documents', draftsOf(account), id))
      : presentDelivered(account, await find(database(), 'documents', documentsOf(account), id)),
});
