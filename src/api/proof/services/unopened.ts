import { dossiersOf, type Staff } from '../../../access/staff';
import { database, minutesFrom, type Db, type StoredMoment } from '../../../db';
import { readings } from '../../../plugin-services';
import { firmSettings } from '../../firm/services/settings';

const PAGE = 50;
const DAY = 24 * 60;

export interface Unopened {
  id: number;
  announced_at: StoredMoment;
  document: string;
  document_name: string;
  dossier: string;
  dossier_number: string;
  dossier_description: string;
  client: string;
  reader: string | null;
  state: 'waiting' | 'sent' | 'failed' | 'dropped' | null;
  attempts: number | null;
  sent_at: StoredMoment | null;
}

/** First the readings, by their index and one page of them, then what they are called. */
const page = (db: Db, staff: Staff, before: Date, after: string | undefined): Promise<Unopened[]> => {
  const scopes = db('dossiers').modify(dossiersOf(staff)).select('dossiers.document_id');
  const unread = readings()
    .unreadBefore(db, { types: ['document', 'attachment'], before, after })
    .whereIn('scope', scopes)
    .limit(PAGE + 1);
  return db
    .from(unread.as('unread'))
    .join('documents', 'documents.document_id', 'unread.subject')
    .join('dossiers', 'dossiers.document_id', 'unread.scope')
    .join('clients', 'clients.id', 'dossiers.client_id')
    .leftJoin('up_users', 'up_users.document_id', 'unread.reader')
    .leftJoin('notifications', 'notifications.document_id', 'unread.notice')
    .orderBy(['unread.announced_at', 'unread.id'])
    .select('unread.id', 'unread.announced_at', 'documents.document_id as document')
    .select('documents.name as document_name', 'dossiers.document_id as dossier')
    .select('dossiers.number as dossier_number', 'dossiers.description as dossier_description')
    .select('clients.name as client', db.raw('coalesce(up_users.known_as, up_users.email) as reader'))
    .select('notifications.state', 'notifications.attempts', 'notifications.sent_at');
};

export interface UnopenedList {
  days: number;
  rows: Unopened[];
  next: string | null;
}

/** What clients have left unopened for longer than the firm allows, over all dossiers one may see; the oldest first. */
export const listUnopened = async (
  staff: Staff,
  after: string | undefined,
  now: Date,
): Promise<UnopenedList> => {
  const { unopenedDays: days } = await firmSettings();
  const found = await page(database(), staff, minutesFrom(now, -days * DAY), after);
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  const next = last === undefined ? null : `${new Date(last.announced_at).getTime()}-${last.id}`;
  return { days, rows, next };
};

export default { listUnopened };
