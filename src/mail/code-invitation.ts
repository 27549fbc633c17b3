import { letter, type Letter, type Recipient } from './letter';

/** The invitation where a code is handed over by another way (R5): it leads to the page, and never holds the code. */
export const codeInvitation = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.invitation.subject',
    paragraphs: ['mail.invitation.what', 'mail.code-invitation.how'],
    link: {
      label: 'mail.invitation.link',
      href: `${recipient.publicUrl}/portal/activation#${recipient.reference}`,
    },
  });
