import { refuse } from '../../../contract/refuse';
import type { SignIn } from '../../../contract/session';
import { database, inTransaction } from '../../../db';
import { lockout } from '../../../plugin-services';
import { enter, type Entry } from '../enter';
import { holdAccount } from '../hold-account';
import { isPassword } from '../password';
import type { From } from '../../../http/from';
import { asPerson, personRow } from '../person';

type Candidate = NonNullable<Awaited<ReturnType<typeof personRow>>>;

const activeAccount = (userName: string): Promise<Candidate | undefined> =>
  personRow(
    database(),
    (rows) =>
      void rows
        .where({ 'up_users.username': userName, 'up_users.blocked': false })
        .whereNotNull('up_users.activated_at'),
  );

/** While the password was judged it may have been changed, or the account blocked: then it was the wrong one. */
const letIn = (account: Candidate, from: From): Promise<Entry> =>
  inTransaction(async (trx) => {
    const isStill = await holdAccount(trx, { id: account.id, password: account.password, blocked: false });
    if (!isStill) throw refuse('wrong-credentials', 'The password was changed meanwhile');
    return enter(trx, asPerson(account), from, 'password');
  });

/**
 * Judges a password, and lets in whom it is enough for. The attempt is counted before it is judged, for unknown
 * user names too, and an unknown one takes as long as a wrong password.
 */
export const signIn = async ({ userName, password }: SignIn, from: From): Promise<Entry> => {
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
  return letIn(account, from);
};

export default { signIn };
