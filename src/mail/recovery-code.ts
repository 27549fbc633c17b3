import { letter, type Letter, type Recipient } from './letter';

/** The recovery code itself, where the firm allows that and the client wants it, with its warning (R25). */
export const recoveryCodeLetter = (recipient: Recipient, code: string): Letter =>
  letter(
    recipient,
    {
      subject: 'mail.recovery-code.subject',
      paragraphs: ['mail.recovery-code.what', 'mail.recovery-code.code', 'mail.recovery-code.warning'],
    },
    { code },
  );
