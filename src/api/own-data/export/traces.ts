import { mailsOf, securityEventsOf, type Account } from '../../../access/client';
import type { ExportedEvent, ExportedMail } from '../../../contract/own-data';
import type { SecurityEvent } from '../../../contract/security-event';
import { moment, momentOrNull, type StoredMoment } from '../../../db';
import { section } from './section';

interface EventRow extends Omit<ExportedEvent, 'occurredAt'> {
  occurred_at: StoredMoment;
}

/** Done to an extra account by the main login of its company: from where is not the account's own. */
const BY_MAIN_LOGIN: readonly SecurityEvent[] = ['account-added', 'account-deleted'];

const presentEvent = (row: EventRow): ExportedEvent => {
  const isOwn = !BY_MAIN_LOGIN.includes(row.event);
  return {
    event: row.event,
    occurredAt: moment(row.occurred_at),
    actor: row.actor,
    address: isOwn ? row.address : null,
    device: isOwn ? row.device : null,
    detail: row.detail,
  };
};

/** What happened to the account's security, without the names of who works at the firm. */
export const securityEventsFor = (account: Account) =>
  section<'securityEvents', EventRow>({
    name: 'securityEvents',
    by: ['security_events.account_id', 'security_events.id'],
    query: (db) => db('security_events').modify(securityEventsOf(account)).select('security_events.*'),
    present: (rows) => rows.map(presentEvent),
  });

interface MailRow extends Omit<ExportedMail, 'sentAt'> {
  sent_at: StoredMoment | null;
}

const presentMail = ({ event, recipient, state, sent_at }: MailRow): ExportedMail => ({
  event,
  recipient,
  state,
  sentAt: momentOrNull(sent_at),
});

/** What the portal has written to the account; its mails hold nothing of a case (B6). */
export const mailsFor = (account: Account) =>
  section<'mails', MailRow>({
    name: 'mails',
    by: ['notifications.account_id', 'notifications.id'],
    query: (db) => db('notifications').modify(mailsOf(account)).select('notifications.*'),
    present: (rows) => rows.map(presentMail),
  });
