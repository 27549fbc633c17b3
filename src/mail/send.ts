import { accountAdded } from './account-added';
import { accountLocked } from './account-locked';
import { accountReady } from './account-ready';
import { activationLink } from './activation-link';
import { addressTaken } from './address-taken';
import { codeInvitation } from './code-invitation';
import { emailChangeAsked } from './email-change-asked';
import { emailChangeLink } from './email-change-link';
import { emailChanged } from './email-changed';
import type { MailEvent } from './events';
import { invitation } from './invitation';
import type { Letter, Recipient } from './letter';
import { newDocument } from './new-document';
import { newMessage } from './new-message';
import { newRemark } from './new-remark';
import { passwordChanged } from './password-changed';
import { recoveryCodeLetter } from './recovery-code';
import { recoveryCodeUsed } from './recovery-code-used';
import { resetLink } from './reset-link';
import { unlockLink } from './unlock-link';
import { secondStepAdded } from './second-step-added';
import { secondStepRemoved } from './second-step-removed';
import { secondStepReset } from './second-step-reset';

interface EmailService {
  send(mail: Letter & { headers: Record<string, string> }): Promise<void>;
}

/** Which mail is written about which event. */
const LETTERS: Record<MailEvent, (recipient: Recipient) => Letter> = {
  invitation,
  'code-invitation': codeInvitation,
  'activation-link': activationLink,
  'account-ready': accountReady,
  'reset-link': resetLink,
  'password-changed': passwordChanged,
  'email-change-link': emailChangeLink,
  'email-change-asked': emailChangeAsked,
  'email-changed': emailChanged,
  'unlock-link': unlockLink,
  'account-locked': accountLocked,
  'second-step-added': secondStepAdded,
  'second-step-removed': secondStepRemoved,
  'second-step-reset': secondStepReset,
  'recovery-code-used': recoveryCodeUsed,
  'account-added': accountAdded,
  'address-taken': addressTaken,
  'new-document': newDocument,
  'new-message': newMessage,
  'new-remark': newRemark,
};

const post = (letter: Letter, headers: Record<string, string> = {}): Promise<void> =>
  strapi
    .plugin('email')
    .service<EmailService>('email')
    .send({ ...letter, headers: { 'Auto-Submitted': 'auto-generated', ...headers } });

/**
 * Writes and sends one mail; throws where the mail server did not take it.
 * The message id is the notification's, so that a mail sent twice after a crash is shown once.
 */
export const sendMail = (event: MailEvent, recipient: Recipient, notificationId: string): Promise<void> => {
  const { hostname } = new URL(recipient.publicUrl);
  return post(LETTERS[event](recipient), { 'Message-ID': `<${notificationId}@${hostname}>` });
};

/** Sends a recovery code at once, past the outbox, which holds nothing to sign in with. */
export const sendRecoveryCode = (recipient: Recipient, code: string): Promise<void> =>
  post(recoveryCodeLetter(recipient, code));
