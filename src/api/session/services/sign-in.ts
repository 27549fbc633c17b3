import type { Language } from '../../../contract/common';
import { refuse } from '../../../contract/refuse';
import type { SignIn } from '../../../contract/session';
import { database, inTransaction, type AccountRow } from '../../../db';
import type { From } from '../../../http/from';
import { lockout } from '../../../plugin-services';
import { holdAccount } from '../hold-account';
import { isPassword } from '../password';
import { startSession } from '../start-session';

type Candidate = Pick<AccountRow, 'id' | 'document_id' | 'email' | 'language' | 'password'> & {
  client_name: string;
};

const activeAccount = (userName: string): Promise<Candidate | undefined> =>
  database()('up_users')
    .join('clients', 'clients.id', 'up_users.client_id')
    .where({ 'up_users.username': userName, 'up_users.blocked': false })
    .whereNotNull('up_users.activated_at')
    .first<Candidate | undefined>('up_users.*', 'clients.name as client_name');

interface SignedIn {
  token: string;
  account: { documentId: string; email: string; language: Language; clientName: string };
}

const signedIn = (
  { document_id: documentId, email, language, client_name: clientName }: Candidate,
  token: string,
): SignedIn => ({
  token,
  account: { documentId, email, language, clientName },
});

/** While the password was judged it may have been changed, or the account blocked: then it was the wrong one. */
const openSession = (account: Candidate, from: From): Promise<string> =>
  inTransaction(async (trx) => {
    const isStill = await holdAccount(trx, { id: account.id, password: account.password, blocked: false });
    if (!isStill) throw refuse('wrong-credentials', 'The password was changed meanwhile');
    return (await startSession(trx, account.id, from)).token;
  });

/**
 * Judges a password and starts a session. The attempt is counted before it is judged, for unknown
 * user names too, and an unknown one takes as long as a wrong password.
 */
export const signIn = async ({ userName, password }: SignIn, from: From): Promise<SignedIn> => {
  const subject = `client:${userName}`;
  const { allowed } = await lockout().reserve(subject, { label: userName, address: from.address });
  if (!allowed) throw refuse('account-locked', 'Too many wrong passwords');
  const account = await activeAccount(userName);
  const isRight = await isPassword(account?.password, password);
  if (account === undefined || !isRight) {
    await lockout().fail(subject);
    throw refuse('wrong-credentials', 'Wrong user name or password');
  }
  await lockout().succeed(subject);
  return signedIn(account, await openSession(account, from));
};

export default { signIn };
