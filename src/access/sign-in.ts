import type { PendingSignIn } from '../contract/second-step';
import type { Language } from '../contract/common';
import type { Db } from '../db';
import type { Account } from './client';

/** Somebody whose password was right, and no more than that: without a session nothing is theirs to see. */
export type Person = Pick<
  Account,
  'id' | 'documentId' | 'userName' | 'email' | 'clientId' | 'clientName' | 'language'
>;

/** A sign-in that waits for its second step. */
export interface SignInUnderWay {
  id: number;
  state: PendingSignIn['state'];
  /** The challenge of plugin two-factor in which the second step is judged. */
  challenge: string;
  account: Person;
}

interface Found {
  sign_in_id: number;
  state: PendingSignIn['state'];
  challenge: string;
  id: number;
  document_id: string;
  username: string;
  email: string;
  language: Language;
  client_id: number;
  client_name: string;
}

/** The sign-in that a token belongs to; nothing where it is over, or the account was blocked meanwhile. */
export const signInOfToken = async (
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<SignInUnderWay | undefined> => {
  const found = await db('sign_ins')
    .join('up_users', 'up_users.id', 'sign_ins.account_id')
    .join('clients', 'clients.id', 'up_users.client_id')
    .where('sign_ins.token_hash', tokenHash)
    .where('sign_ins.ends_at', '>', now)
    .where('up_users.blocked', false)
    .whereNotNull('up_users.activated_at')
    .first<Found | undefined>(
      'sign_ins.id as sign_in_id',
      'sign_ins.state',
      'sign_ins.challenge',
      'up_users.id',
      'up_users.document_id',
      'up_users.username',
      'up_users.email',
      'up_users.language',
      'clients.id as client_id',
      'clients.name as client_name',
    );
  if (found === undefined) return undefined;
  const { sign_in_id: id, state, challenge } = found;
  const account = {
    id: found.id,
    documentId: found.document_id,
    userName: found.username,
    email: found.email,
    clientId: found.client_id,
    clientName: found.client_name,
    language: found.language,
  };
  return { id, state, challenge, account };
};

/** Who is to prove a second step, and in which challenge: at a sign-in, or again in a session. */
export type Proving = Pick<SignInUnderWay, 'account' | 'challenge'>;

/** Who may set up a second step: who is fully signed in, or who has to before they are. */
export type Enroller = { account: Account; signIn: null } | { account: Person; signIn: SignInUnderWay };

/** What a passkey is bound to that is asked for in a session. */
export const sessionKey = ({ sessionId }: Account): string => `session:${sessionId}`;

/** What a passkey is bound to that is made now: this session, or this sign-in. */
export const enrolmentKey = ({ account, signIn }: Enroller): string =>
  signIn === null ? sessionKey(account) : signIn.challenge;
