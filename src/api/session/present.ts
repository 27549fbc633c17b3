import type { Account } from '../../access/client';
import type { SessionView } from '../../contract/account';
import { endsIn } from '../../http/session-ends';
import type { Person } from '../../access/sign-in';
import type { SignInAnswer } from '../../contract/second-step';
import type { AccountView } from '../../contract/session';
import type { Entry } from './enter';

type Presentable = Pick<Person, 'documentId' | 'clientName' | 'email' | 'language'>;

export const presentAccount = ({ documentId, clientName, email, language }: Presentable): AccountView => ({
  id: documentId,
  name: clientName,
  email,
  language,
});

/** Who is signed in, if anybody is. */
export const presentSession = (account: Omit<Account, 'address'> | undefined, now: Date): SessionView =>
  account === undefined
    ? { account: null, endsIn: null }
    : { account: presentAccount(account), endsIn: endsIn(account, now) };

export const presentSignedIn = ({
  account,
  recoveryCode,
}: {
  account: Presentable;
  recoveryCode: string | null;
}): SignInAnswer => ({ state: 'signed-in', account: presentAccount(account), recoveryCode });

export const presentEntry = (entry: Entry): SignInAnswer =>
  entry.state === 'signed-in' ? presentSignedIn(entry) : entry.pending;
