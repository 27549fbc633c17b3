import type { NotificationState } from '../../contract/document';
import type { AccountRow, Db, StoredMoment } from '../../db';
import { readings, type Reading, type Subject } from '../../plugin-services';

/** A reading with the address of the account that read, and how far the mail is that told it. */
export interface NamedReading extends Reading {
  email: string;
  notification: NotificationState;
  notifiedAt: StoredMoment | null;
}

interface Mail {
  document_id: string;
  state: 'waiting' | 'sent' | 'failed' | 'dropped';
  attempts: number;
  sent_at: StoredMoment | null;
}

/** A mail whose turn has passed without sense told nobody anything. */
export const notificationState = (mail: Pick<Mail, 'state' | 'attempts'> | undefined): NotificationState => {
  if (mail === undefined || mail.state === 'dropped') return 'none';
  return mail.state === 'waiting' && mail.attempts > 0 ? 'retrying' : mail.state;
};

const mailsOf = async (db: Db, found: Reading[]): Promise<Map<string, Mail>> => {
  const notices = [...new Set(found.flatMap(({ notice }) => notice ?? []))];
  const mails = await db('notifications')
    .whereIn('document_id', notices)
    .select<Mail[]>('document_id', 'state', 'attempts', 'sent_at');
  return new Map(mails.map((mail) => [mail.document_id, mail]));
};

const named = async (db: Db, found: Reading[]): Promise<NamedReading[]> => {
  if (found.length === 0) return [];
  const readers = [...new Set(found.map(({ reader }) => reader))];
  const rows = await db('up_users')
    .whereIn('document_id', readers)
    .select<Pick<AccountRow, 'document_id' | 'email' | 'known_as'>[]>('document_id', 'email', 'known_as');
  // Who was deleted has read all the same.
  const emails = new Map(rows.map(({ document_id, email, known_as }) => [document_id, known_as ?? email]));
  const mails = await mailsOf(db, found);
  return found.map((reading) => {
    const mail = reading.notice === null ? undefined : mails.get(reading.notice);
    return {
      ...reading,
      email: emails.get(reading.reader) ?? '',
      notification: notificationState(mail),
      notifiedAt: mail?.sent_at ?? null,
    };
  });
};

/** Who has read what in a dossier, by the documentId of what is read. */
export const readingsInScope = async (
  db: Db,
  scope: string,
  types: string[],
): Promise<Map<string, NamedReading[]>> => {
  const bySubject = new Map<string, NamedReading[]>();
  for (const reading of await named(db, await readings().inScope(db, scope, types))) {
    const others = bySubject.get(reading.subject);
    if (others === undefined) bySubject.set(reading.subject, [reading]);
    else others.push(reading);
  }
  return bySubject;
};

/** Who has read one thing. */
export const readingsOfSubject = async (db: Db, subject: Subject): Promise<NamedReading[]> =>
  named(db, await readings().ofSubject(db, subject));
