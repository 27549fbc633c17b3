import { letter, type Letter, type Recipient } from './letter';

/** Says that somebody signed in with the recovery code. */
export const recoveryCodeUsed = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.recovery-code-used.subject',
    paragraphs: ['mail.recovery-code-used.what', 'mail.recovery-code-used.not-you'],
  });
