import { refuse } from '../../../contract/refuse';
import type { PasswordChoice } from '../../../contract/session';
import { database, inTransaction, type Trx } from '../../../db';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { enter, type Entry } from '../enter';
import { hashPassword } from '../hashing';
import { linkAccount, useLink } from '../mailed-link';
import { requireGoodPassword } from '../password';
import type { From } from '../../../http/from';
import { personOf } from '../person';
import { setPassword } from '../set-password';

const activate = async (trx: Trx, accountId: number, from: From): Promise<Entry> => {
  const now = new Date();
  await trx('up_users').where({ id: accountId }).update({ activated_at: now, confirmed: true });
  await announce(trx, { event: 'account-ready', accountId });
  return enter(trx, await personOf(trx, accountId), from, 'activation');
};

const tellOfChange = async (trx: Trx, accountId: number, from: From): Promise<void> => {
  const { id, clientId, userName } = await personOf(trx, accountId);
  await announce(trx, { event: 'password-changed', accountId });
  await noteSecurityEvent(trx, {
    event: 'password-changed',
    label: userName,
    account: { id, clientId },
    actor: { kind: 'client', ...from },
    detail: 'reset',
  });
};

/**
 * Uses up a mailed link and sets the password. After an activation the client goes on to be signed in (R4);
 * after a reset not, so that a reset never takes the place of a sign-in, nor of its second step (R10).
 */
export const choosePassword = async (
  { token, password }: PasswordChoice,
  from: From,
): Promise<Entry | undefined> => {
  // The link first: judging and hashing are work that only who holds one may cause.
  const accountId = await linkAccount(token);
  await requireGoodPassword(password, await personOf(database(), accountId));
  const hash = await hashPassword(password);
  return inTransaction(async (trx) => {
    const link = await useLink(trx, token, ['activation', 'reset']);
    if (link === undefined) throw refuse('link-invalid', 'Unknown, used or old link');
    await setPassword(trx, link.account_id, hash);
    if (link.purpose === 'activation') return activate(trx, link.account_id, from);
    await tellOfChange(trx, link.account_id, from);
    return undefined;
  });
};

export default { choosePassword };
