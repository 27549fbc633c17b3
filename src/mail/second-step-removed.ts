import { letter, type Letter, type Recipient } from './letter';

/** Says that a second step was removed, so that nobody removes one unseen. */
export const secondStepRemoved = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.second-step-removed.subject',
    paragraphs: ['mail.second-step-removed.what', 'mail.second-step-removed.not-you'],
  });
