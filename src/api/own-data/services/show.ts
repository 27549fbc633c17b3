import {
  clientOf,
  clientReachedBy,
  documentsOf,
  dossiersOf,
  messagesOf,
  remarksOf,
  type Account,
} from '../../../access/client';
import { database, type AccountRow, type ClientRow, type Filter } from '../../../db';

export interface Kept {
  client: ClientRow;
  /** Whether it is the main login that asks. */
  isReached: boolean;
  account: AccountRow;
}

export interface OwnRows extends Kept {
  counts: { dossiers: number; documents: number; messages: number; remarks: number };
}

/** What the firm has written down of the client and of this account. */
export const kept = async (account: Account): Promise<Kept> => {
  const db = database();
  const client = await db('clients').modify(clientOf(account)).first<ClientRow>('clients.*');
  const reached: unknown = await db('clients').modify(clientReachedBy(account)).first('clients.id');
  const row = await db('up_users').where({ id: account.id }).first<AccountRow>();
  return { client, isReached: reached !== undefined, account: row };
};

const counted = async (table: string, rule: Filter): Promise<number> => {
  const { count } = await database()(table)
    .modify(rule)
    .count('* as count')
    .first<{ count: number | string }>();
  return Number(count);
};

/** What the firm stores of who asks, and of how much else there is: seven queries, however much that is. */
export const ownData = async (account: Account): Promise<OwnRows> => ({
  ...(await kept(account)),
  counts: {
    dossiers: await counted('dossiers', dossiersOf(account)),
    documents: await counted('documents', documentsOf(account)),
    messages: await counted('messages', messagesOf(account)),
    remarks: await counted('remarks', remarksOf(account)),
  },
});

export default { ownData };
