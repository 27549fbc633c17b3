import { accountReady } from './account-ready';
import { activationLink } from './activation-link';
import type { MailEvent } from './events';
import { invitation } from './invitation';
import type { Letter, Recipient } from './letter';
import { newDocument } from './new-document';
import { newMessage } from './new-message';
import { passwordChanged } from './password-changed';
import { resetLink } from './reset-link';

interface EmailService {
  send(mail: Letter & { headers: Record<string, string> }): Promise<void>;
}

/** Which mail is written about which event. */
const LETTERS: Record<MailEvent, (recipient: Recipient) => Letter> = {
  invitation,
  'activation-link': activationLink,
  'account-ready': accountReady,
  'reset-link': resetLink,
  'password-changed': passwordChanged,
  'new-document': newDocument,
  'new-message': newMessage,
};

/**
 * Writes and sends one mail; throws where the mail server did not take it.
 * The message id is the notification's, so that a mail sent twice after a crash is shown once.
 */
export const sendMail = async (
  event: MailEvent,
  recipient: Recipient,
  notificationId: string,
): Promise<void> => {
  const { hostname } = new URL(recipient.publicUrl);
  const headers = { 'Message-ID': `<${notificationId}@${hostname}>`, 'Auto-Submitted': 'auto-generated' };
  await strapi
    .plugin('email')
    .service<EmailService>('email')
    .send({ ...LETTERS[event](recipient), headers });
};
