import { database, inTransaction, minutesFrom, type AccountRow } from '../../../db';
import type { LinkPurpose } from '../../../contract/session';
import { answerLinkRequests } from '../../session/answer-link-requests';
import { isFreeAndPending } from '../../session/email-change/pending';
import { endLinks, newLink } from '../../session/mailed-link';
import { firmSettings } from '../../firm/services/settings';
import { sendMail } from '../../../mail/send';
import type { MailEvent } from '../../../mail/events';
import { readings } from '../../../plugin-services';
import { settings } from '../../../settings';
import { proveNotified } from '../../proof/notified';
import { takeDue, type Notification } from '../lease';

/** Minutes to wait after the first, second, … failure; after the last the mail has failed, and staff are told. */
const RETRY_AFTER = [1, 5, 15, 60, 240, 720];

const LINKS: Partial<Record<MailEvent, LinkPurpose>> = {
  'activation-link': 'activation',
  'reset-link': 'reset',
  'unlock-link': 'unlock',
  'email-change-link': 'email-change',
};

const ADDRESSEE = [
  'username',
  'email',
  'language',
  'known_as',
  'document_id',
  'invited_at',
  'activated_at',
] as const;
type Addressee = Pick<AccountRow, (typeof ADDRESSEE)[number]>;

const INVITATIONS: MailEvent[] = ['invitation', 'code-invitation'];

/** What these announce was read, perhaps, or withdrawn, before the mail goes out. */
const NEWS: MailEvent[] = ['new-document', 'new-message', 'new-remark'];

/** Whether there is nothing to say any more; an invitation may have been taken back, or followed. */
const isOver = async (
  { event, document_id: notice }: Notification,
  { invited_at, activated_at }: Addressee,
): Promise<boolean> => {
  if (INVITATIONS.includes(event)) return invited_at === null || activated_at !== null;
  return NEWS.includes(event) && !(await readings().isNews(database(), notice));
};

/** The link is made now and not when it was asked for: so the outbox never holds anything to sign in with. */
const linkToken = async (notification: Notification): Promise<string | undefined> => {
  const { event, account_id: accountId, recipient } = notification;
  const purpose = LINKS[event];
  if (purpose === undefined) return '';
  return inTransaction(async (trx) => {
    const token = await newLink(trx, accountId, purpose);
    const isWanted = purpose !== 'email-change' || (await isFreeAndPending(trx, accountId, recipient));
    if (isWanted) return token;
    await endLinks(trx, accountId, purpose);
    return undefined;
  });
};

/** Says whom it was sent to; nobody where there was nothing to send: a link may make no sense any more by then. */
const send = async (notification: Notification): Promise<string | undefined> => {
  const addressee = await database()('up_users')
    .where({ id: notification.account_id })
    .first<Addressee | undefined>([...ADDRESSEE]);
  if (addressee === undefined) throw new Error('The account is gone');
  // It was deleted, or never had the address.
  if (addressee.known_as !== null || (await isOver(notification, addressee))) return undefined;
  const firm = await firmSettings();
  const token = await linkToken(notification);
  if (token === undefined) return undefined;
  const to = notification.recipient ?? addressee.email;
  const recipient = {
    to,
    language: addressee.language,
    firm,
    publicUrl: settings().publicUrl,
    hasUserName: addressee.username !== addressee.email,
    reference: addressee.document_id,
    token,
  };
  await sendMail(notification.event, recipient, notification.document_id);
  return to;
};

/** That a mail was sent and that the client was notified is written together, or neither is. */
const markDone = ({ id, document_id: mail }: Notification, sentTo: string | undefined): Promise<void> =>
  inTransaction(async (trx) => {
    const now = new Date();
    const outcome = sentTo === undefined ? { state: 'dropped' } : { state: 'sent', sent_at: now };
    await trx('notifications')
      .where({ id })
      .update({ ...outcome, updated_at: now, leased_until: null });
    if (sentTo !== undefined) await proveNotified(trx, mail, sentTo);
  });

const markFailed = async ({ id, attempts }: Notification, error: unknown): Promise<void> => {
  const now = new Date();
  const wait = RETRY_AFTER[attempts];
  const sentence = error instanceof Error ? error.message : String(error);
  strapi.log.warn(`Notification ${id} was not sent (attempt ${attempts + 1}): ${sentence}`);
  await database()('notifications')
    .where({ id })
    .update({
      state: wait === undefined ? 'failed' : 'waiting',
      attempts: attempts + 1,
      due_at: minutesFrom(now, wait ?? 0),
      leased_until: null,
      last_error: sentence.slice(0, 1000),
      updated_at: now,
    });
};

const deliver = async (notification: Notification): Promise<void> => {
  let sentTo: string | undefined;
  try {
    sentTo = await send(notification);
  } catch (error) {
    await markFailed(notification, error);
    return;
  }
  await markDone(notification, sentTo);
};

/** Answers who asked for links, and sends what is due; says how many rows it took. A mail counts as sent only when the mail server has taken it. */
export const deliverDue = async (now = new Date()): Promise<number> => {
  await answerLinkRequests();
  const notifications = await takeDue(now);
  await Promise.all(notifications.map(deliver));
  return notifications.length;
};

export default { deliverDue };
