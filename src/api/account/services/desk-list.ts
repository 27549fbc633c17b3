import { find } from '../../../access/find';
import { accountsOf, clientsOf, type Staff } from '../../../access/staff';
import type { AccountState } from '../../../contract/client';
import type { MethodKind } from '../../../contract/second-step';
import { database, type AccountRow, type Db } from '../../../db';
import { lockout, twoFactor, type Locked } from '../../../plugin-services';
import { withStates } from '../../client/account-state';

export interface KnownAccount {
  row: AccountRow & { account_state: AccountState };
  isMain: boolean;
  lock: Locked | undefined;
  secondStep: MethodKind[];
  sessions: number;
}

/** What keeps clients out, by their user names; a member of staff may have the same name in the admin panel. */
export const locksOf = async (userNames: string[]): Promise<Locked[]> =>
  (await lockout().lockedAs(userNames)).filter(({ subject }) => !subject.startsWith('admin:'));

interface Counted {
  account_id: number;
  count: number | string;
}

const sessionCounts = async (db: Db, ids: number[], now: Date): Promise<Map<number, number>> => {
  const rows: Counted[] = await db('sessions')
    .whereIn('account_id', ids)
    .where('ends_at', '>', now)
    .where('idle_ends_at', '>', now)
    .groupBy('account_id')
    .select('account_id', db.raw('count(*) as count'));
  return new Map(rows.map(({ account_id, count }) => [account_id, Number(count)]));
};

/** The accounts of a client, the main login first: five queries, whatever their number. */
export const accountsOfClient = async (staff: Staff, id: unknown): Promise<KnownAccount[]> => {
  const db = database();
  const client = await find(db, 'clients', clientsOf(staff), id);
  const found = await db('up_users')
    .modify(accountsOf(staff))
    .where('up_users.client_id', client.id)
    .orderBy('up_users.id')
    .select<AccountRow[]>('up_users.*');
  const rows = await withStates(found);
  const locks = await locksOf(rows.map(({ username }) => username));
  const kinds = await twoFactor('methods').kindsOf(rows.map(({ document_id }) => document_id));
  const sessions = await sessionCounts(
    db,
    rows.map((row) => row.id),
    new Date(),
  );
  return rows.map((row, at) => ({
    row,
    isMain: at === 0,
    lock: locks.find(({ label }) => label === row.username),
    secondStep: kinds.get(row.document_id) ?? [],
    sessions: sessions.get(row.id) ?? 0,
  }));
};

export default { accountsOfClient };
