import { letter, type Letter, type Recipient } from './letter';

/** Goes to the address so far: it is the account's no more, so that nobody takes it away unseen. */
export const emailChanged = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.email-changed.subject',
    paragraphs: ['mail.email-changed.what', 'mail.email-changed.not-you'],
  });
