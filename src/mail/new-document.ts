import { letter, type Letter, type Recipient } from './letter';

/** Says that there is a document, and not which (R66, B6). */
export const newDocument = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.new-document.subject',
    paragraphs: ['mail.new-document.what'],
    link: { label: 'mail.new-document.link', href: `${recipient.publicUrl}/portal` },
  });
