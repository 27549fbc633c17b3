import { dossiersOf, type Account } from '../../../access/client';
import { database, type Db, type DossierRecord } from '../../../db';
import { readings } from '../../../plugin-services';

export interface ListedDossier extends Pick<
  DossierRecord,
  'document_id' | 'number' | 'description' | 'status' | 'last_activity_at' | 'message_count'
> {
  unread_documents: number | string | null;
  unread_messages: number | string | null;
}

const unread = (db: Db, account: Account, type: string, alias: string) =>
  db
    .from(readings().unreadByScope(db, account.documentId).where('subject_type', type).as('by_scope'))
    .select('scope', 'unread')
    .as(alias);

/** The dossiers of a client, the latest activity first, with what is unread: one query, whatever their number. */
export const listDossiers = (account: Account): Promise<ListedDossier[]> => {
  const db = database();
  return db('dossiers')
    .modify(dossiersOf(account))
    .leftJoin(unread(db, account, 'document', 'd'), 'd.scope', 'dossiers.document_id')
    .leftJoin(unread(db, account, 'message', 'm'), 'm.scope', 'dossiers.document_id')
    .orderBy('dossiers.last_activity_at', 'desc')
    .select(
      'dossiers.document_id',
      'dossiers.number',
      'dossiers.description',
      'dossiers.status',
      'dossiers.last_activity_at',
      'dossiers.message_count',
      'd.unread as unread_documents',
      'm.unread as unread_messages',
    );
};

export default { listDossiers };
