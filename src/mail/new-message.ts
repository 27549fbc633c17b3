import { letter, type Letter, type Recipient } from './letter';

/** Says that there is a message, and not about what (R66, B6). */
export const newMessage = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.new-message.subject',
    paragraphs: ['mail.new-message.what'],
    link: { label: 'mail.new-message.link', href: `${recipient.publicUrl}/portal` },
  });
