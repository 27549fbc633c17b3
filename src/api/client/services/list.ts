import { clientsOf, type Staff } from '../../../access/staff';
import type { AccountState } from '../../../contract/client';
import { database, type AccountRow, type ClientRow, type Db, type Filter } from '../../../db';
import { search } from '../../../db/search';
import { STATE_COLUMNS, withStates, type Known } from '../account-state';
import { OWN_ACCOUNT } from '../own-account';

interface Found extends ClientRow, Known {
  pending_email: AccountRow['pending_email'];
  pending_email_until: AccountRow['pending_email_until'];
  dossier_count: number | string;
}

export interface ClientWithState extends Found {
  account_state: AccountState;
}

/** The desk shows the first so many; beyond it, staff search. */
const LIST_MAX = 200;

const withAccount = (db: Db, rule: Filter) =>
  db('clients')
    .modify(rule)
    .joinRaw(OWN_ACCOUNT)
    .select('clients.*', ...STATE_COLUMNS, 'up_users.pending_email', 'up_users.pending_email_until')
    .select(db('dossiers').count('*').where('dossiers.client_id', db.ref('clients.id')).as('dossier_count'));

/** The clients a member of staff sees, by name; `query` is looked for in name, number and e-mail address. */
export const listClients = async (staff: Staff, query: string): Promise<ClientWithState[]> => {
  const rows = (await withAccount(database(), clientsOf(staff))
    .modify(search(['clients.name', 'clients.number', 'clients.email'], query))
    .orderBy('clients.name')
    .limit(LIST_MAX)) as Found[];
  return withStates(rows);
};

/** One client with the state of their account. */
export const clientWithState = async (client: ClientRow): Promise<ClientWithState> => {
  const own: Filter = (clients) => void clients.where('clients.id', client.id);
  const [row] = await withStates((await withAccount(database(), own)) as Found[]);
  if (row === undefined) throw new Error(`Client ${client.id} vanished`);
  return row;
};

export default { listClients };
