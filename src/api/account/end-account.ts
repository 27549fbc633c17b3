import { refuse } from '../../contract/refuse';
import type { AccountRow, Trx } from '../../db';
import { readings, twoFactor } from '../../plugin-services';
import { endCodes } from '../activation/code';
import { forgetPendingEmail } from '../session/email-change/pending';
import { endSessions } from '../session/end-sessions';
import { holdAccount } from '../session/hold-account';
import { withoutAddress } from './without-address';

/** What could let somebody in, or reach them. */
const endWhatIsOpen = async (trx: Trx, { id, document_id: subject }: AccountRow): Promise<void> => {
  await endSessions(trx, id);
  await trx('mailed_links').where({ account_id: id }).delete();
  await endCodes(trx, id);
  await forgetPendingEmail(trx, id);
  await trx('notifications').where({ account_id: id, state: 'waiting' }).update({ state: 'dropped' });
  await twoFactor('methods').removeAll(subject, trx);
  await twoFactor('recovery').remove(subject, trx);
  await readings().dismiss(trx, subject);
};

/**
 * Takes an account away from its client, with all that it holds open. Its row stays, without an address or a password,
 * for what it wrote and read is its own; the address is free again.
 */
export const endAccount = async (trx: Trx, account: AccountRow): Promise<void> => {
  const { id, document_id: documentId, client_id, known_as, email } = account;
  // Who is at work with this account waits, and finds it gone; of two who delete it, one does.
  if (!(await holdAccount(trx, { id, client_id })))
    throw refuse('not-found', 'The account was deleted meanwhile');
  await endWhatIsOpen(trx, account);
  await trx('up_users')
    .where({ id })
    .update({
      ...withoutAddress(documentId, known_as ?? email),
      client_id: null,
      password: null,
      blocked: true,
      invited_at: null,
      activated_at: null,
    });
};
