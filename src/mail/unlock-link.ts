import { letter, type Letter, type Recipient } from './letter';

/** Says that the account is locked, with the link that helps to unlock it, once (B7). */
export const unlockLink = (recipient: Recipient): Letter =>
  letter(recipient, {
    subject: 'mail.account-locked.subject',
    paragraphs: ['mail.account-locked.what', 'mail.unlock-link.how', 'mail.account-locked.not-you'],
    link: {
      label: 'mail.unlock-link.link',
      href: `${recipient.publicUrl}/portal/unlock#${recipient.token}`,
    },
  });
