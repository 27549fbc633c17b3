import { letter, type Letter, type Recipient } from './letter';

/** Says that the account is locked, where only the firm unlocks it. */
export const accountLocked = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.account-locked.subject',
    paragraphs: ['mail.account-locked.what', 'mail.account-locked.how', 'mail.account-locked.not-you'],
  });
