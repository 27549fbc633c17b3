import type { MailSubject } from '../../contract/mail-switches';
import type { MailEvent } from '../../mail/events';
import type { DossierRecord, Trx } from '../../db';
import { readings, type Addressee } from '../../plugin-services';
import { announce, announceTogether } from '../notification/announce';
import { readersOf } from './readers';

/** A remark is words to somebody who is to answer, as a message is; whom many documents weary still wants to be asked. */
const SUBJECTS = {
  'new-document': 'documents',
  'new-message': 'messages',
  'new-remark': 'messages',
} as const satisfies Partial<Record<MailEvent, MailSubject>>;

interface News {
  event: keyof typeof SUBJECTS;
  /** What is new for the client's accounts, by type and documentId. */
  subjects: { type: string; id: string }[];
}

/** Makes something of the firm's unread for the client's accounts, and puts a mail in the outbox for each that wants one. */
export const tellClient = async (
  trx: Trx,
  dossier: DossierRecord,
  { event, subjects }: News,
): Promise<void> => {
  const readers = await readersOf(trx, dossier.client_id);
  const announcements = subjects.map((subject) => ({ ...subject, scope: dossier.document_id }));
  const put = event === 'new-remark' ? announceTogether : announce;
  const addressees: Addressee[] = [];
  for (const { id, document_id: reader, isTold } of readers) {
    const mail = { event, accountId: id, dossierId: dossier.id };
    addressees.push({ reader, notice: isTold(SUBJECTS[event]) ? await put(trx, mail) : null });
  }
  await readings().announce(trx, announcements, addressees);
  await touch(trx, dossier);
};

/** The dossier comes first in the lists now. */
export const touch = async (trx: Trx, dossier: DossierRecord): Promise<void> => {
  await trx('dossiers').where({ id: dossier.id }).update({ last_activity_at: new Date() });
};
