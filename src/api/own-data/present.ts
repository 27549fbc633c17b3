import type { OwnData } from '../../contract/own-data';
import { momentOrNull, type AccountRow, type ClientRow } from '../../db';
import { wants } from '../notification/services/switches';
import { pendingEmail } from '../session/email-change/pending';
import type { Kept, OwnRows } from './services/show';

const contactOf = (client: ClientRow): OwnData['client']['contact'] => ({
  email: client.email,
  phone: client.phone,
  language: client.language,
  consentedAt: momentOrNull(client.consented_at),
});

const accountOf = (row: AccountRow): OwnData['account'] => ({
  userName: row.username,
  email: row.email,
  pendingEmail: pendingEmail(row),
  language: row.language,
  mails: { documents: wants(row, 'documents'), messages: wants(row, 'messages') },
  invitedAt: momentOrNull(row.invited_at),
  openedAt: momentOrNull(row.opened_at),
  activatedAt: momentOrNull(row.activated_at),
});

/** The client and the account, each column named: what is not named here is told to nobody. */
export const presentKept = ({ client, isReached, account }: Kept): Pick<OwnData, 'client' | 'account'> => ({
  client: {
    number: client.number,
    name: client.name,
    kind: client.kind,
    communication: client.communication,
    contact: isReached ? contactOf(client) : null,
  },
  account: accountOf(account),
});

export const presentOwnData = (rows: OwnRows): OwnData => ({ ...presentKept(rows), counts: rows.counts });
