import { refuse } from '../../../contract/refuse';
import type { PasswordChoice } from '../../../contract/session';
import { database, inTransaction, type Trx } from '../../../db';
import type { From } from '../../../http/from';
import { announce } from '../../notification/announce';
import { noteSecurityEvent } from '../../security-event/services/note';
import { hashPassword } from '../hashing';
import { linkAccount, useLink } from '../mailed-link';
import { requireGoodPassword } from '../password';
import { personOf } from '../person';
import { setPassword } from '../set-password';

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
 * Uses up the link of a forgotten password and sets the new one. Nobody is signed in by it: a reset never takes
 * the place of a sign-in (R10).
 */
export const choosePassword = async ({ token, password }: PasswordChoice, from: From): Promise<void> => {
  // The link first: judging and hashing are work that only who holds one may cause.
  await requireGoodPassword(password, await personOf(database(), await linkAccount(token, 'reset')));
  const hash = await hashPassword(password);
  await inTransaction(async (trx) => {
    const accountId = await useLink(trx, token, 'reset');
    if (accountId === undefined) throw refuse('link-invalid', 'Unknown, used or old link');
    await setPassword(trx, accountId, hash);
    await tellOfChange(trx, accountId, from);
  });
};

export default { choosePassword };
