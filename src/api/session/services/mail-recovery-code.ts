import type { Account } from '../../../access/client';
import { refuse } from '../../../contract/refuse';
import { sendRecoveryCode } from '../../../mail/send';
import { twoFactor } from '../../../plugin-services';
import { settings } from '../../../settings';
import { firmSettings } from '../../firm/services/settings';

/** Mails an hour with the code: it is wanted once, and nobody's mailbox is filled. */
const AN_HOUR = 3;

/**
 * Mails the client's recovery code to their address, where the firm allows it (R25). The mail passes the outbox by,
 * which holds nothing to sign in with: who asked waits for it, and is told where it could not be sent.
 */
export const mailRecoveryCode = async (account: Account, code: string): Promise<void> => {
  const firm = await firmSettings();
  if (!firm.recoveryCodeByMail) throw refuse('not-allowed', 'The firm mails no recovery codes');
  const cap = { key: `recovery-mail:${account.documentId}`, max: AN_HOUR, minutes: 60 };
  if (!(await twoFactor('caps').take([cap]))) throw refuse('too-many-codes', 'Many mails were asked for');
  if (!(await twoFactor('recovery').isCurrent(account.documentId, code)))
    throw refuse('wrong-code', 'Not the recovery code of this account');
  const { email: to, language, documentId: reference, userName } = account;
  const hasUserName = userName !== to;
  const recipient = { to, language, firm, publicUrl: settings().publicUrl, reference, hasUserName };
  try {
    await sendRecoveryCode({ ...recipient, token: '' }, code);
  } catch (error) {
    strapi.log.warn(`A recovery code was not mailed: ${error instanceof Error ? error.message : 'unknown'}`);
    throw refuse('mail-unavailable', 'The mail server did not take the mail');
  }
};

export default { mailRecoveryCode };
