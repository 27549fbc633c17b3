import { letter, type Letter, type Recipient } from './letter';

/** The second mail of an activation: its link sets the password, once (R4). */
export const activationLink = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.activation-link.subject',
    paragraphs: ['mail.activation-link.what', 'mail.activation-link.until'],
    link: {
      label: 'mail.activation-link.link',
      href: `${recipient.publicUrl}/portal/activation/password#${recipient.token}`,
    },
  });
