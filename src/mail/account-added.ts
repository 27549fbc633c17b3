import { letter, type Letter, type Recipient } from './letter';

/** Tells the main login of a company that an account was added: it sees what the company sees (R92). */
export const accountAdded = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.account-added.subject',
    paragraphs: ['mail.account-added.what', 'mail.account-added.not-you'],
  });
