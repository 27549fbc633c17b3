import { dossiersOf, documentsOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import { SHELVES, type Shelf } from '../../../contract/document';
import type { ProgressStepView } from '../../../contract/progress-step';
import { database, type Db, type DossierRecord, type Filter } from '../../../db';
import { readings } from '../../../plugin-services';

export interface Count {
  total: number;
  unread: number;
}

interface ShelfCount {
  shelf: Shelf;
  total: number | string;
  unread: number | string;
}

/** The steps of a dossier in their order (R53). */
export const stepsOf = (db: Db, dossierId: number): Promise<ProgressStepView[]> =>
  db('progress_steps').where({ dossier_id: dossierId }).orderBy(['position', 'id']).select('label', 'state');

const unreadIn =
  (account: Account, dossier: DossierRecord, type: string): Filter =>
  (query) =>
    void query.leftJoin(
      readings()
        .unreadIn(database(), account.documentId, dossier.document_id)
        .where('subject_type', type)
        .as('unread'),
      'unread.subject',
      `${type}s.document_id`,
    );

const shelfCounts = (account: Account, dossier: DossierRecord): Promise<ShelfCount[]> =>
  database()('documents')
    .modify(documentsOf(account))
    .where('documents.dossier_id', dossier.id)
    .modify(unreadIn(account, dossier, 'document'))
    .groupBy('documents.shelf')
    .select('documents.shelf')
    .count('* as total')
    .count('unread.subject as unread');

const unreadMessages = async (account: Account, dossier: DossierRecord): Promise<number> => {
  const rows = (await readings()
    .unreadIn(database(), account.documentId, dossier.document_id)
    .where('subject_type', 'message')) as unknown[];
  return rows.length;
};

interface Contact {
  firstname: string | null;
  lastname: string | null;
  email: string;
}

export interface ShownDossier {
  dossier: DossierRecord;
  contact: Contact | undefined;
  steps: ProgressStepView[];
  shelves: Record<Shelf, Count>;
  messages: Count;
}

const NONE: Count = { total: 0, unread: 0 };

/** A dossier with what its page shows: the steps, the contact, and the counts of its four tabs (R52). */
export const showDossier = async (account: Account, id: unknown): Promise<ShownDossier> => {
  const db = database();
  const dossier = await find(db, 'dossiers', dossiersOf(account), id);
  const counted = await shelfCounts(account, dossier);
  const shelves = Object.fromEntries(SHELVES.map((shelf) => [shelf, NONE])) as Record<Shelf, Count>;
  for (const { shelf, total, unread } of counted)
    shelves[shelf] = { total: Number(total), unread: Number(unread) };
  const contact = await db('admin_users')
    .where({ id: dossier.contact_id })
    .first<Contact | undefined>('firstname', 'lastname', 'email');
  const messages = { total: dossier.message_count, unread: await unreadMessages(account, dossier) };
  return { dossier, contact, steps: await stepsOf(db, dossier.id), shelves, messages };
};

export default { showDossier };
