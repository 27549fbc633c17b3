import { letter, type Letter, type Recipient } from './letter';

/** Says that the firm has removed the second step, at the client’s wish. */
export const secondStepReset = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.second-step-reset.subject',
    paragraphs: ['mail.second-step-reset.what', 'mail.second-step-reset.not-you'],
  });
