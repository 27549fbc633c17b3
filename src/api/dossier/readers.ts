import { readings, type Announcement } from '../../plugin-services';
import type { Shelf } from '../../contract/document';
import type { Db, Trx } from '../../db';

/** The accounts that are to read what the firm puts in a client's dossier. */
export const readersOf = async (
  db: Db,
  clientId: number,
): Promise<{ id: number; document_id: string; isActive: boolean }[]> => {
  const rows = await db('up_users')
    .where({ client_id: clientId, blocked: false })
    .select<{ id: number; document_id: string; activated_at: unknown }[]>(
      'id',
      'document_id',
      'activated_at',
    );
  return rows.map((row) => ({ ...row, isActive: row.activated_at !== null }));
};

/** An attachment is read with its message and stands in no tab: it is counted apart. */
export const documentType = (shelf: Shelf): string => (shelf === 'attachment' ? 'attachment' : 'document');

interface Subject {
  id: string;
  scope: string;
}

const inDossiersOf = (db: Db, table: string, clientId: number) =>
  db(table)
    .join('dossiers', 'dossiers.id', `${table}.dossier_id`)
    .where('dossiers.client_id', clientId)
    .whereNotNull(`${table}.staff_author_id`)
    .select(`${table}.document_id as id`, 'dossiers.document_id as scope');

/** Makes everything the firm has put in a client's dossiers unread for an account that is new. */
export const announceEverything = async (trx: Trx, clientId: number, reader: string): Promise<void> => {
  const documents = await inDossiersOf(trx, 'documents', clientId)
    .whereNotNull('documents.shared_at')
    .whereNull('documents.withdrawn_at')
    .select<(Subject & { shelf: Shelf })[]>('documents.shelf');
  const messages = await inDossiersOf(trx, 'messages', clientId).select<Subject[]>();
  const announcements: Announcement[] = [
    ...documents.map(({ id, scope, shelf }) => ({ id, scope, type: documentType(shelf) })),
    ...messages.map((message) => ({ ...message, type: 'message' })),
  ];
  await readings().announce(trx, announcements, [reader]);
};
