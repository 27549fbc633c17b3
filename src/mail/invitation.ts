import { letter, type Letter, type Recipient } from './letter';

/** The first of three mails of an activation: it leads to the page where the client enters the own address (R3). */
export const invitation = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.invitation.subject',
    paragraphs: ['mail.invitation.what', 'mail.invitation.how'],
    link: {
      label: 'mail.invitation.link',
      href: `${recipient.publicUrl}/portal/activation#${recipient.reference}`,
    },
  });
