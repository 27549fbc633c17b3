import { securityEventsOf, type Staff } from '../../../access/staff';
import {
  SECURITY_EVENTS_PAGE,
  type SecurityEvent,
  type SecurityEventQuery,
  type SecurityEventView,
} from '../../../contract/security-event';
import { database, type Filter, type StoredMoment } from '../../../db';
import { search } from '../../../db/search';

export interface SecurityEventRow {
  id: number;
  document_id: string;
  event: SecurityEvent;
  occurred_at: StoredMoment;
  label: string;
  actor: SecurityEventView['actor'];
  actor_name: string | null;
  address: string | null;
  device: string | null;
  detail: string | null;
  client_document_id: string | null;
  client_name: string | null;
}

const AT = 'security_events.occurred_at';

/** The events before the one at which the page before ended. */
const before =
  (cursor: string): Filter =>
  (events) => {
    const [at = 0, id = 0] = cursor.split('-').map(Number);
    void events
      .where(AT, '<=', new Date(at))
      .where((either) => void either.where(AT, '<', new Date(at)).orWhere('security_events.id', '<', id));
  };

/** What was typed is a whole user name, or a part of what the firm calls a client. */
const about =
  (text: string): Filter =>
  (events) => {
    const clients = database()('clients')
      .select('clients.id')
      .modify(search(['clients.name', 'clients.number', 'clients.email'], text));
    void events.where(
      (either) =>
        void either
          .whereIn('security_events.client_id', clients)
          .orWhere('security_events.label', text.toLowerCase()),
    );
  };

const asked =
  ({ event, query, from, until, before: cursor }: SecurityEventQuery): Filter =>
  (events) => {
    if (event !== undefined) void events.where('security_events.event', event);
    if (from !== undefined) void events.where(AT, '>=', new Date(from));
    if (until !== undefined) void events.where(AT, '<', new Date(until));
    if (query !== '') void events.modify(about(query));
    if (cursor !== undefined) void events.modify(before(cursor));
  };

interface Listed {
  rows: SecurityEventRow[];
  next: string | null;
}

/** The events that a member of staff may see, the newest first, a page at a time. */
export const listSecurityEvents = async (staff: Staff, wishes: SecurityEventQuery): Promise<Listed> => {
  const found: SecurityEventRow[] = await database()('security_events')
    .leftJoin('clients', 'clients.id', 'security_events.client_id')
    .modify(securityEventsOf(staff))
    .modify(asked(wishes))
    .orderBy([
      { column: AT, order: 'desc' },
      { column: 'security_events.id', order: 'desc' },
    ])
    .limit(SECURITY_EVENTS_PAGE + 1)
    .select('security_events.*', 'clients.document_id as client_document_id', 'clients.name as client_name');
  const rows = found.slice(0, SECURITY_EVENTS_PAGE);
  const last = rows.at(-1);
  const isMore = found.length > SECURITY_EVENTS_PAGE && last !== undefined;
  return { rows, next: isMore ? `${new Date(last.occurred_at).getTime()}-${last.id}` : null };
};

export default { listSecurityEvents };
