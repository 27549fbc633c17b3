import { letter, type Letter, type Recipient } from './letter';

/** Says that there is a new second step, so that nobody adds one unseen. */
export const secondStepAdded = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.second-step-added.subject',
    paragraphs: ['mail.second-step-added.what', 'mail.second-step-added.not-you'],
  });
