import { letter, type Letter, type Recipient } from './letter';

/** Says that the password is another now, so that nobody changes it unseen. */
export const passwordChanged = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.password-changed.subject',
    paragraphs: ['mail.password-changed.what', 'mail.password-changed.not-you'],
  });
