import { letter, type Letter, type Recipient } from './letter';

/** Tells the owner of an address that a company wanted an account with it; nobody else learns whose it is (R92). */
export const addressTaken = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.address-taken.subject',
    paragraphs: ['mail.address-taken.what', 'mail.address-taken.how'],
  });
