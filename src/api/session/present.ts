import type { Account } from '../../access/client';
import type { SessionView } from '../../contract/account';
import type { AccountView } from '../../contract/session';
import type { Language } from '../../contract/common';
import { endsIn } from '../../http/session-ends';

interface Presentable {
  documentId: string;
  clientName: string;
  email: string;
  language: Language;
}

export const presentAccount = ({ documentId, clientName, email, language }: Presentable): AccountView => ({
  id: documentId,
  name: clientName,
  email,
  language,
});

export const presentSession = (account: Omit<Account, 'address'>, now: Date): SessionView => ({
  account: presentAccount(account),
  endsIn: endsIn(account, now),
});
