import { letter, type Letter, type Recipient } from './letter';

/** Goes to the new address: its link, used once, makes it the account's own. */
export const emailChangeLink = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.email-change-link.subject',
    paragraphs: ['mail.email-change-link.what', 'mail.email-change-link.not-you'],
    link: {
      label: 'mail.email-change-link.link',
      href: `${recipient.publicUrl}/portal/email#${recipient.token}`,
    },
  });
