import { dossiersOf, type Account } from '../../../access/client';
import { find } from '../../../access/find';
import type { ProgressStepView } from '../../../contract/progress-step';
import { database, type Db, type DossierRecord } from '../../../db';
import { readings } from '../../../plugin-services';
import { listDocuments, type ListedDocument } from '../../document/services/list';
import { contactOf, type ContactRow } from '../../staff-profile/contact';

export interface Count {
  total: number;
  unread: number;
}

/** The steps of a dossier in their order (R53). */
export const stepsOf = (db: Db, dossierId: number): Promise<ProgressStepView[]> =>
  db('progress_steps').where({ dossier_id: dossierId }).orderBy(['position', 'id']).select('label', 'state');

const unreadMessages = async (account: Account, dossier: DossierRecord): Promise<number> => {
  const rows = (await readings()
    .unreadIn(database(), account.documentId, dossier.document_id)
    .where('subject_type', 'message')) as unknown[];
  return rows.length;
};

export interface ShownDossier {
  dossier: DossierRecord;
  contact: ContactRow | undefined;
  steps: ProgressStepView[];
  documents: ListedDocument[];
  messages: Count;
}

/** A dossier with what its page shows: the steps, the contact, and what its four tabs hold (R52); six queries. */
export const showDossier = async (account: Account, id: unknown): Promise<ShownDossier> => {
  const db = database();
  const dossier = await find(db, 'dossiers', dossiersOf(account), id);
  const contact = await contactOf(db, dossier);
  const messages = { total: dossier.message_count, unread: await unreadMessages(account, dossier) };
  const documents = await listDocuments(account, dossier);
  return { dossier, contact, steps: await stepsOf(db, dossier.id), documents, messages };
};

export default { showDossier };
