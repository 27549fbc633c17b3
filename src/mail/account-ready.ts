import { letter, type Letter, type Recipient } from './letter';

/** What the client signs in with (R6). */
const WITH = {
  email: 'mail.account-ready.what',
  chosen: 'mail.account-ready.with-user-name',
  given: 'mail.account-ready.with-user-name',
} as const;

/** The third mail of an activation: it confirms that the account is in use (R4). */
export const accountReady = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.account-ready.subject',
    paragraphs: [WITH[recipient.firm.userNames], 'mail.account-ready.not-you'],
    link: { label: 'mail.account-ready.link', href: `${recipient.publicUrl}/portal` },
  });
