import { clientsOf, type Staff } from '../../../access/staff';
import { database, type AccountRow, type ClientRow, type Db, type Filter } from '../../../db';
import { search } from '../../../db/search';
import { OWN_ACCOUNT } from '../own-account';

export interface ClientWithState extends ClientRow {
  invited_at: AccountRow['invited_at'];
  activated_at: AccountRow['activated_at'];
  blocked: AccountRow['blocked'];
  dossier_count: number | string;
}

/** The desk shows the first so many; beyond it, staff search. */
const LIST_MAX = 200;

const withState = (db: Db, rule: Filter) =>
  db('clients')
    .modify(rule)
    .joinRaw(OWN_ACCOUNT)
    .select('clients.*', 'up_users.invited_at', 'up_users.activated_at', 'up_users.blocked')
    .select(db('dossiers').count('*').where('dossiers.client_id', db.ref('clients.id')).as('dossier_count'));

/** The clients a member of staff sees, by name; `query` is looked for in name, number and e-mail address. */
export const listClients = async (staff: Staff, query: string): Promise<ClientWithState[]> =>
  withState(database(), clientsOf(staff))
    .modify(search(['clients.name', 'clients.number', 'clients.email'], query))
    .orderBy('clients.name')
    .limit(LIST_MAX);

/** One client with the state of their account. */
export const clientWithState = async (client: ClientRow): Promise<ClientWithState> => {
  const [row] = (await withState(
    database(),
    (rows) => void rows.where('clients.id', client.id),
  )) as ClientWithState[];
  if (row === undefined) throw new Error(`Client ${client.id} vanished`);
  return row;
};

export default { listClients };
