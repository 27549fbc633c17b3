import { letter, type Letter, type Recipient } from './letter';

/** The link that sets a new password, once (R10). */
export const resetLink = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.reset-link.subject',
    paragraphs: ['mail.reset-link.what', 'mail.reset-link.not-you'],
    link: {
      label: 'mail.reset-link.link',
      href: `${recipient.publicUrl}/portal/password#${recipient.token}`,
    },
  });
