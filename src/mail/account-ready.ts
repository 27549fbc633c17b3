import { letter, type Letter, type Recipient } from './letter';

/** The third mail of an activation: it confirms that the account is in use (R4). */
export const accountReady = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.account-ready.subject',
    paragraphs: [
      recipient.hasUserName ? 'mail.account-ready.with-user-name' : 'mail.account-ready.what',
      'mail.account-ready.not-you',
    ],
    link: { label: 'mail.account-ready.link', href: `${recipient.publicUrl}/portal` },
  });
