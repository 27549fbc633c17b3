/** Everything the portal writes a mail about; each has a file of its own in this room. */
export const MAIL_EVENTS = [
  'invitation',
  'code-invitation',
  'activation-link',
  'account-ready',
  'reset-link',
  'password-changed',
  'email-change-link',
  'email-change-asked',
  'email-changed',
  'unlock-link',
  'account-locked',
  'second-step-added',
  'second-step-removed',
  'second-step-reset',
  'recovery-code-used',
  'account-added',
  'address-taken',
  'new-document',
  'new-message',
  'new-remark',
] as const;

export type MailEvent = (typeof MAIL_EVENTS)[number];
