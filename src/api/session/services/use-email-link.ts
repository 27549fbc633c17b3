import { hashToken } from '../../../access/token';
import { LINK_PURPOSES, type MailedLink } from '../../../contract/session';
import { refuse } from '../../../contract/refuse';
import { inTransaction, isDuplicate, type AccountRow, type Trx } from '../../../db';
import type { From } from '../../../http/from';
import type { MailEvent } from '../../../mail/events';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { forgetPendingEmail, pendingEmail } from '../email-change/pending';
import { endSessions } from '../end-sessions';
import { endLinks, useLink } from '../mailed-link';

/** What was to warn the owner and was not sent yet must not go to the new address, which may be a thief's. */
const WARNINGS: readonly MailEvent[] = [
  'password-changed',
  'account-locked',
  'second-step-added',
  'second-step-removed',
  'second-step-reset',
  'recovery-code-used',
];

const keepWarnings = async (trx: Trx, { id, email }: AccountRow): Promise<void> => {
  await trx('notifications')
    .where({ account_id: id, state: 'waiting', recipient: null })
    .whereIn('event', WARNINGS)
    .update({ recipient: email });
};

/** The firm writes to its client at the address of the client's own account. */
const followByClient = async (
  trx: Trx,
  { id, email, client_id: clientId }: AccountRow,
  to: string,
): Promise<void> => {
  const own = await trx('up_users').where({ client_id: clientId }).min<{ id: number }[]>('id as id');
  if (own[0]?.id !== id) return;
  await trx('clients').where({ id: clientId, email }).update({ email: to, updated_at: new Date() });
};

/** A user name that is the address follows it; one that the client or the firm has chosen stays. */
const setEmail = async (trx: Trx, account: AccountRow, to: string): Promise<void> => {
  const username = account.username === account.email ? to : account.username;
  await trx('up_users').where({ id: account.id }).update({ email: to, username });
  await followByClient(trx, account, to);
};

/** The session in which the link was used, where it is one of the account. */
const sessionOf = async (
  trx: Trx,
  accountId: number,
  token: string | undefined,
): Promise<number | undefined> => {
  if (token === undefined) return undefined;
  const row = await trx('sessions')
    .where({ account_id: accountId, token_hash: hashToken(token) })
    .first<{ id: number } | undefined>('id');
  return row?.id;
};

const change = (token: string, sessionToken: string | undefined, from: From): Promise<number | undefined> =>
  inTransaction(async (trx) => {
    const invalid = refuse('link-invalid', 'Unknown, used or old link');
    const accountId = await useLink(trx, token, 'email-change');
    if (accountId === undefined) throw invalid;
    const account = await trx('up_users').where({ id: accountId }).first<AccountRow>();
    const to = pendingEmail(account);
    if (to === null || account.client_id === null) throw invalid;
    await keepWarnings(trx, account);
    await setEmail(trx, account, to);
    await forgetPendingEmail(trx, account.id);
    for (const purpose of LINK_PURPOSES) await endLinks(trx, account.id, purpose);
    const kept = await sessionOf(trx, account.id, sessionToken);
    await endSessions(trx, account.id, kept);
    await announce(trx, { event: 'email-changed', accountId: account.id, recipient: account.email });
    await noteSecurityEvent(trx, {
      event: 'email-changed',
      label: account.email,
      account: { id: account.id, clientId: account.client_id },
      actor: { kind: 'client', ...from },
      detail: to,
    });
    return kept === undefined ? undefined : account.id;
  });

/**
 * Uses the link up that was mailed to a new address, which becomes the account's own; every other session and every
 * other link ends, and the address so far is told. Gives the account where the link was used in a session of it.
 * An address that is somebody else's by now is refused like a link that is over.
 */
export const useEmailLink = async (
  { token }: MailedLink,
  sessionToken: string | undefined,
  from: From,
): Promise<number | undefined> => {
  try {
    return await change(token, sessionToken, from);
  } catch (error) {
    throw isDuplicate(error) ? refuse('link-invalid', 'The address is taken by now') : error;
  }
};

export default { useEmailLink };
