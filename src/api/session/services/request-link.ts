import type { LinkPurpose } from '../../../contract/session';
import { database, inTransaction } from '../../../db';
import { announce } from '../../notification/announce';

const EVENTS = { activation: 'activation-link', reset: 'reset-link' } as const;

const accountFor = (purpose: LinkPurpose, email: string): Promise<{ id: number } | undefined> => {
  const accounts = database()('up_users').where({ email, blocked: false }).whereNotNull('client_id');
  if (purpose === 'activation') void accounts.whereNotNull('invited_at').whereNull('activated_at');
  else void accounts.whereNotNull('activated_at');
  return accounts.first<{ id: number } | undefined>('id');
};

/**
 * Puts the mail with the link in the outbox, if there is anybody to send it to. Who asks learns nothing:
 * the mail is made and sent later, by the outbox, so known and unknown addresses take the same time.
 */
export const requestLink = async (purpose: LinkPurpose, email: string): Promise<void> => {
  const account = await accountFor(purpose, email);
  if (account === undefined) return;
  await inTransaction((trx) => announce(trx, { event: EVENTS[purpose], accountId: account.id }));
};

export default { requestLink };
