import { letter, type Letter, type Recipient } from './letter';

/** Says that there is a remark on a document, and not on which (R66, B6). */
export const newRemark = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.new-remark.subject',
    paragraphs: ['mail.new-remark.what'],
    link: { label: 'mail.new-remark.link', href: `${recipient.publicUrl}/portal` },
  });
