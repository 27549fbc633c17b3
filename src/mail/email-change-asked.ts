import { letter, type Letter, type Recipient } from './letter';

/** Goes to the address so far: somebody wants another one, which is not told here. */
export const emailChangeAsked = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.email-change-asked.subject',
    paragraphs: ['mail.email-change-asked.what', 'mail.email-change-asked.not-you'],
  });
