import { dossiersOf, type Account } from '../../../access/client';
import { database, type DossierRecord } from '../../../db';
import { readings } from '../../../plugin-services';

export interface ListedDossier extends Pick<
  DossierRecord,
  'document_id' | 'number' | 'description' | 'status' | 'last_activity_at' | 'message_count'
> {
  unread_documents: number | string;
  unread_messages: number | string;
  unread_remarks: number | string;
}

/** The dossiers of a client, the latest activity first, with what is unread: one query, whatever their number. */
export const listDossiers = (account: Account): Promise<ListedDossier[]> => {
  const db = database();
  const unread = (type: string) =>
    readings().unreadCount(db, account.documentId, type, 'dossiers.document_id');
  return db('dossiers')
    .modify(dossiersOf(account))
    .orderBy('dossiers.last_activity_at', 'desc')
    .select('document_id', 'number', 'description', 'status', 'last_activity_at', 'message_count')
    .select(
      db.raw('? as unread_documents, ? as unread_messages, ? as unread_remarks', [
        unread('document'),
        unread('message'),
        unread('remark'),
      ]),
    );
};

export default { listDossiers };
