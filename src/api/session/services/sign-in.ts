import { refuse } from '../../../contract/refuse';
import type { SignIn } from '../../../contract/session';
import { database, inTransaction } from '../../../db';
import { lockout } from '../../../plugin-services';
import { noteSecurityEvent } from '../../security-event/services/note';
import { enter, type Entry } from '../enter';
import { isPassword } from '../hashing';
import { holdAccount } from '../hold-account';
import { reserveAttempt } from '../lock/attempt';
import type { From } from '../../../http/from';
import { asPerson, personRow } from '../person';
import { renewHash } from '../renew-hash';
import { upTo } from '../turns';

/** Sign-ins under way at once in this process: at 35 a second the last one waits six seconds. */
const MOST_AT_ONCE = 200;
const admitted = upTo(MOST_AT_ONCE);

type Candidate = NonNullable<Awaited<ReturnType<typeof personRow>>>;

const activeAccount = (userName: string): Promise<Candidate | undefined> =>
  personRow(
    database(),
    (rows) =>
      void rows
        .where({ 'up_users.username': userName, 'up_users.blocked': false })
        .whereNotNull('up_users.activated_at'),
  );

/**
 * While the password was judged it may have been changed, or the account blocked: then it was the wrong one, and
 * nobody is let in. The counter starts anew with the session, by one commit.
 */
const letIn = (account: Candidate, subject: string, from: From): Promise<Entry | undefined> =>
  inTransaction(async (trx) => {
    const isStill = await holdAccount(trx, { id: account.id, password: account.password, blocked: false });
    if (!isStill) return undefined;
    await lockout().succeed(subject, trx);
    return enter(trx, asPerson(account), from, 'password');
  });

const enterIfRight = async (
  account: Candidate | undefined,
  password: string,
  subject: string,
  from: From,
): Promise<Entry | undefined> => {
  const isRight = await isPassword(account?.password, password);
  if (!account?.password || !isRight) return undefined;
  const hash = await renewHash({ id: account.id, password: account.password }, password);
  return letIn({ ...account, password: hash }, subject, from);
};

const noteRefused = (label: string, account: Candidate | undefined, from: From): Promise<void> =>
  noteSecurityEvent(database(), {
    event: 'sign-in-refused',
    label,
    account: account && { id: account.id, clientId: account.client_id },
    actor: { kind: 'nobody', ...from },
  });

const judge = async ({ userName, password }: SignIn, from: From): Promise<Entry> => {
  const account = await activeAccount(userName);
  const subject = await reserveAttempt(userName, account, from);
  const entry = await enterIfRight(account, password, subject, from);
  if (entry !== undefined) return entry;
  await lockout().fail(subject);
  await noteRefused(userName, account, from);
  throw refuse('wrong-credentials', 'Wrong user name or password');
};

/**
 * Judges a password, and lets in whom it is enough for. The attempt is counted before it is judged, for unknown
 * user names too, and an unknown one takes as long as a wrong password. Where too many want to sign in
 * at once the attempt is refused as busy, and neither judged nor counted.
 */
export const signIn = (attempt: SignIn, from: From): Promise<Entry> => admitted(() => judge(attempt, from));

export default { signIn };
